/**
 * How fast Sealstream is, measured from outside: a broker, sealers and verifiers as users run them, beside floors that are
 * measured in the same run. Nothing here is part of what is measured.
 */
@NullMarked
package io.sealstream.benchmarks;

import org.jspecify.annotations.NullMarked;
