/** What the bill of materials must and must not list. */
@NullMarked
package io.sealstream.sbom;

import org.jspecify.annotations.NullMarked;
