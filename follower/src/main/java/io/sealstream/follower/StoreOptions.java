package io.sealstream.follower;

import java.util.List;
import org.rocksdb.AbstractImmutableNativeReference;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.WriteOptions;

/** How RocksDB is set up for an index that is written once and mostly asked for what it does not have. */
final class StoreOptions implements AutoCloseable {
    private static final long MIB = 1L << 20;
    private static final double BLOOM_BITS = 10;

    private final Cache cache = new LRUCache(64 * MIB);
    private final BloomFilter bloom = new BloomFilter(BLOOM_BITS, false);
    private final DBOptions database = new DBOptions()
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            .setParanoidChecks(true)
            // Otherwise the columns that are rarely written hold back the log for ever.
            .setMaxTotalWalSize(64 * MIB)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setKeepLogFileNum(2);
    private final ColumnFamilyOptions column = new ColumnFamilyOptions()
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setWriteBufferSize(32 * MIB)
            .setMemtablePrefixBloomSizeRatio(0.1)
            .setMemtableWholeKeyFiltering(true)
            // Nearly every look-up is for an id that is not there: the filter of the last level answers most of them.
            .setOptimizeFiltersForHits(false)
            .setTableFormatConfig(
                    new BlockBasedTableConfig().setBlockCache(cache).setFilterPolicy(bloom));
    // Not synced: after a power cut the store is a little older, never torn, and what it lacks is followed again.
    private final WriteOptions write = new WriteOptions().setDisableWAL(false).setSync(false);

    DBOptions database() {
        return database;
    }

    ColumnFamilyOptions column() {
        return column;
    }

    WriteOptions write() {
        return write;
    }

    @Override
    public void close() {
        List.of(write, column, database, bloom, cache).forEach(AbstractImmutableNativeReference::close);
    }
}
