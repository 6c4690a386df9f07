package gridrun.data;

import java.net.URI;

/**
 * A published file whose content is known by its hash.
 *
 * @param path where it is in the data directory, without the ending {@code .gz} that it may have
 * @param sha256 the hash of the decompressed content
 * @param source where it is published, compressed with gzip
 */
record KnownFile(String path, String sha256, URI source) {

    /** More than any of them has, as it is published and decompressed. */
    static final int MOST_BYTES = 64 << 20;
}
