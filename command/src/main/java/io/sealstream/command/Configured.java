package io.sealstream.command;

/** What has configuration keys: a command, or options that a command mixes in. docs/configuration.md is made of them. */
public interface Configured {
    /** The keys with everything that is laid over their defaults, and the flags that belong to them. */
    ConfigLayers layers();
}
