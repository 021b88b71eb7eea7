package io.sealstream.verifier.doctor;

import java.util.List;

/** One thing to look at. */
interface Check {
    String name();

    /** What it throws says only that it could not look; the other checks go on. */
    List<Diagnosis> look() throws Exception;
}
