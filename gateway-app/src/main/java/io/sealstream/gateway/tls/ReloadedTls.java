package io.sealstream.gateway.tls;

import com.linecorp.armeria.common.TlsKeyPair;
import com.linecorp.armeria.common.TlsProvider;
import io.sealstream.command.CommandFailure;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS of a listener, as its files are: they are looked at again and again, and new connections get what is new. Where
 * that is not sound, they get what was sound before.
 */
public final class ReloadedTls implements TlsProvider {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadedTls.class);

    private final TlsFiles files;
    private final InstantSource clock;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tls-files").daemon().factory());
    private volatile TlsMaterial material;
    private volatile @Nullable String complaint;
    private TlsFiles.Texts loaded;
    private TlsFiles.Texts seen;

    private ReloadedTls(TlsFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
        this.loaded = files.read();
        this.seen = loaded;
        this.material = TlsMaterial.of(files, loaded, clock.instant());
    }

    /** @throws CommandFailure naming the file that is not sound */
    public static ReloadedTls open(TlsSettings settings, InstantSource clock) {
        ReloadedTls tls = new ReloadedTls(settings.files(), clock);
        Duration interval = settings.reload();
        var unused = tls.looks.scheduleWithFixedDelay(
                tls::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        return tls;
    }

    private void look() {
        try {
            TlsFiles.Texts now = files.read();
            // Certificate and key are written one after the other: they are judged once they stay as they are.
            boolean isSettled = now.equals(seen);
            seen = now;
            if (isSettled) {
                take(now);
            }
        } catch (RuntimeException e) { // an exception would be the last look
            complain(String.valueOf(e.getMessage()));
        }
    }

    private void take(TlsFiles.Texts now) {
        if (!now.equals(loaded)) {
            material = TlsMaterial.of(files, now, clock.instant());
            loaded = now;
            LOG.info("TLS has new files; the certificate in {} is valid until {}", files.certificate(), expiry());
        }
        complaint = null;
    }

    /** Once for each thing that is wrong. */
    private void complain(String what) {
        if (!what.equals(complaint)) {
            complaint = what;
            LOG.error("TLS goes on with what it had: {}", what);
        }
    }

    /** What is wrong with the files as they are now; null where nothing is. */
    public @Nullable String complaint() {
        return complaint;
    }

    /** Of the certificate that new connections get. */
    public Instant expiry() {
        return material.expiry();
    }

    /** Whether each client needs a certificate. */
    public boolean asksClients() {
        return files.clientCa() != null;
    }

    @Override
    public TlsKeyPair keyPair(String hostname) {
        return material.keyPair();
    }

    @Override
    public List<X509Certificate> trustedCertificates(String hostname) {
        return material.clientAuthorities();
    }

    /** Whoever opened it closes it. */
    @Override
    public boolean autoClose() {
        return false;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
