/**
 * Signs events, submits them and waits for their outcome; makes and manages keys. Nothing here knows how records are
 * sealed.
 */
@NullMarked
package io.sealstream.client;

import org.jspecify.annotations.NullMarked;
