package io.sealstream.follower;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.rocksdb.Status.Code;
import org.rocksdb.Status.SubCode;

class StoreExceptionTest {
    @Test
    void takesCorruptionForDamage() {
        assertThat(of(Code.Corruption, SubCode.None, "block checksum mismatch").isDamaged())
                .isTrue();
    }

    @Test
    void takesAMissingFileForDamage() {
        assertThat(of(Code.IOError, SubCode.None, "While opening 8.sst: No such file or directory")
                        .isDamaged())
                .isTrue();
    }

    @Test
    void takesAFullOrFailingDiskForNoDamage() {
        assertThat(of(Code.IOError, SubCode.NoSpace, "No space left on device").isDamaged())
                .isFalse();
        assertThat(of(Code.IOError, SubCode.None, "Input/output error").isDamaged())
                .isFalse();
    }

    private static StoreException of(Code code, SubCode subCode, String state) {
        return StoreException.of(new RocksDBException(new Status(code, subCode, state)));
    }
}
