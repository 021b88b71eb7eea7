/** The rules that come with Sealstream. docs/policy.md lists their settings. */
@NullMarked
package io.sealstream.core.policy.rules;

import org.jspecify.annotations.NullMarked;
