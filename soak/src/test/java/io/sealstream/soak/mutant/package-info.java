/**
 * What shows that the checker is worth something: a good run, made up without a broker, and what is done to it. Here the
 * records are made by the product's own code, so that the checker's reading of the format and the product's are compared too.
 */
@NullMarked
package io.sealstream.soak.mutant;

import org.jspecify.annotations.NullMarked;
