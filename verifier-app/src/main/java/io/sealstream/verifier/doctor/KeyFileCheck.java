package io.sealstream.verifier.doctor;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether key files can be read, and private ones by their owner alone. It needs no cluster. */
final class KeyFileCheck implements Check {
    private final List<Path> files;
    private final List<KeyFile> readable = new ArrayList<>();

    KeyFileCheck(List<Path> files) {
        this.files = files;
    }

    /** Those that hold a key, after the look. */
    List<KeyFile> readable() {
        return readable;
    }

    @Override
    public String name() {
        return "key files";
    }

    @Override
    public List<Diagnosis> look() {
        return files.stream().map(this::look).toList();
    }

    private Diagnosis look(Path file) {
        try {
            KeyFile key = KeyFile.read(file);
            readable.add(key);
            return judged(key);
        } catch (NoSuchFileException e) {
            return Diagnosis.fail(name(), file + ": there is no such file", "check the path of --key");
        } catch (IOException e) {
            return Diagnosis.fail(name(), file + " cannot be read: " + e, "check its owner and the path");
        } catch (IllegalArgumentException e) {
            return Diagnosis.fail(name(), file + ": " + e.getMessage(), "give a .pem or .pub file that keygen made");
        }
    }

    private Diagnosis judged(KeyFile key) {
        String what = key.file() + " holds the " + (key.isPrivate() ? "private" : "public") + " key "
                + key.key().keyId();
        return key.modeForOthers()
                .map(mode -> Diagnosis.fail(
                        name(), what + ", and others may touch it: mode " + mode, "chmod 600 " + key.file()))
                .orElseGet(() -> Diagnosis.ok(name(), what));
    }
}
