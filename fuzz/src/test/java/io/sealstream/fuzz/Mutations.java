package io.sealstream.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Inputs that are nearly samples: one to four changes of the kinds that parsers stumble over. The seed fixes them. */
final class Mutations {
    /** Lengths and counts that are too large, ends of ranges, half an UTF-8 character, and what JSON and PEM are made of. */
    private static final List<byte[]> TOKENS = List.of(
            hex("feffffff0f"),
            hex("80808080808040"),
            hex("ffffffffffffffffff01"),
            hex("7fffffffffffffff"),
            hex("8000000000000000"),
            hex("ffff"),
            hex("00"),
            hex("c3"),
            hex("eda080"),
            hex("0a"),
            hex("22"),
            hex("7b"),
            hex("5b"),
            hex("5c7564383030"),
            hex("2d2d2d2d2d"),
            hex("39393939393939393939393939393939393939"));

    private final Random random;
    private final List<byte[]> samples;

    Mutations(long seed, List<byte[]> samples) {
        this.random = new Random(seed);
        this.samples = samples;
    }

    byte[] next() {
        byte[] input = sample();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            input = change(input);
        }
        return input;
    }

    private byte[] change(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(Math.min(64, input.length - from) + 1);
        return switch (random.nextInt(6)) {
            case 0 -> flipped(input);
            case 1 -> join(input, from, new byte[0], to);
            case 2 -> join(input, from, randomBytes(), to);
            case 3 -> join(input, to, Arrays.copyOfRange(input, from, to), to);
            case 4 -> join(input, from, TOKENS.get(random.nextInt(TOKENS.size())), random.nextBoolean() ? from : to);
            default -> spliced(input, from);
        };
    }

    private byte[] flipped(byte[] input) {
        byte[] flipped = input.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] spliced(byte[] input, int from) {
        byte[] other = sample();
        byte[] tail = Arrays.copyOfRange(other, Math.min(from, other.length), other.length);
        return join(input, from, tail, input.length);
    }

    /** {@code input} up to {@code from}, then {@code middle}, then {@code input} from {@code to}. */
    private static byte[] join(byte[] input, int from, byte[] middle, int to) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(input, 0, from);
        joined.writeBytes(middle);
        joined.write(input, to, input.length - to);
        return joined.toByteArray();
    }

    private byte[] sample() {
        return samples.get(random.nextInt(samples.size()));
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[random.nextInt(16)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
