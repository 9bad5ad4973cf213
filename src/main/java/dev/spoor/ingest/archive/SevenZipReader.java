package dev.spoor.ingest.archive;

import dev.spoor.ingest.IngestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;

/** A 7z. Its entries have no place of their own (many are packed as one), so they are told by their numbers. */
final class SevenZipReader implements ArchiveReader {
    private static final int PROBE = 1 << 16;
    private static final int LINK = 0xA000;
    private final Path path;
    private final String name;
    private final ArchiveBudget budget;
    private final PasswordSource passwords;
    private final EntryNames names;
    private final Meter meter;
    private final long size;
    private final Deque<ArchiveItem> ready = new ArrayDeque<>();
    private final List<SevenZArchiveEntry> entries = new ArrayList<>();
    private FileChannel channel;
    private SevenZFile file;
    private char[] password;
    private int attempts;
    private int number;
    private String failure = "";
    private boolean locked;
    private boolean wrong;
    private boolean ended;

    private SevenZipReader(Path path, String name, ArchiveBudget budget, PasswordSource passwords, long size) {
        this.path = path;
        this.name = name;
        this.budget = budget;
        this.passwords = passwords;
        this.size = size;
        names = new EntryNames(budget.limits());
        meter = new Meter(budget, () -> size);
    }

    static SevenZipReader open(Path path, String name, ArchiveBudget budget, PasswordSource passwords) throws IOException, IngestException {
        SevenZipReader reader = new SevenZipReader(path, name, budget, passwords, directoryChecked(path, budget.limits()));
        boolean opened = false;
        try {
            reader.openWithPassword();
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                reader.close();
            }
        }
    }

    /** The size of the file, once its directory is known to cost little. */
    private static long directoryChecked(Path path, ArchiveLimits limits) throws IOException, IngestException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            SevenZipStart.check(channel, limits);
            return channel.size();
        }
    }

    private void openWithPassword() throws IOException, IngestException {
        while (file == null) {
            try {
                open();
            } catch (PasswordRequiredException e) {
                if (!nextPassword()) {
                    throw new IngestException("its directory is encrypted; it needs --password", e);
                }
            } catch (IOException e) {
                if (password == null) {
                    throw e;
                }
                if (!nextPassword()) {
                    throw new IngestException("its directory is encrypted and the password is wrong, or it is damaged: " + Guarded.reason(e), e);
                }
            }
        }
    }

    private boolean nextPassword() {
        Optional<char[]> next = passwords.next(name, attempts++);
        next.ifPresent(chars -> password = chars);
        return next.isPresent();
    }

    private void open() throws IOException {
        close();
        channel = FileChannel.open(path, StandardOpenOption.READ);
        file = Guarded.run(() -> {
            SevenZFile.Builder builder = SevenZFile.builder().setSeekableByteChannel(channel).setDefaultName(name).setMaxMemoryLimitKiB(budget.limits().memoryKiB());
            return (password == null ? builder : builder.setPassword(password)).get();
        });
        entries.clear();
        file.getEntries().forEach(entries::add);
    }

    @Override public String format() {
        return ContainerFormat.SEVEN_ZIP.word();
    }

    @Override public Optional<ArchiveItem> next() throws IngestException {
        while (ready.isEmpty() && !ended) {
            number++;
            try {
                SevenZArchiveEntry entry = Guarded.run(file::getNextEntry);
                ended = entry == null;
                if (entry != null) {
                    take(entry, content(entry, 1));
                }
            } catch (PasswordRequiredException e) {
                unlock();
            } catch (IOException e) {
                failed(e);
            }
        }
        return Optional.ofNullable(ready.poll());
    }

    /** Something went wrong before anything of the entry could be read. */
    private void failed(IOException why) {
        // What follows in the same block fails with it, but the library has forgotten why.
        failure = failure.isEmpty() || !(why.getCause() instanceof RuntimeException) ? Guarded.reason(why) : failure;
        ready.add(Problems.entry(shown(), "number " + number, "cannot be unpacked: " + failure + (password == null ? "" : " (a wrong password shows like this, too)")));
        ended |= !budget.entry() || number >= entries.size();
    }

    /** The name of the entry at which the walk is. */
    private String shown() {
        return number > entries.size() ? "(unknown)" : names.shown(String.valueOf(entries.get(number - 1).getName()));
    }

    /** Opens the archive again with a password and goes to the entry; asks until one fits or there is none left. */
    private void unlock() throws IngestException {
        int before = attempts;
        while (!locked && nextPassword()) {
            try {
                SevenZArchiveEntry entry = openAt();
                take(entry, content(entry, PROBE));
                return;
            } catch (IOException e) {
                // A key is not checked by itself: with a wrong one unpacking fails, and the next password is tried.
                continue;
            }
        }
        lock(attempts - before > 1);
    }

    private SevenZArchiveEntry openAt() throws IOException {
        open();
        SevenZArchiveEntry entry = null;
        for (int i = 0; i < number; i++) {
            entry = Guarded.run(file::getNextEntry);
        }
        return entry;
    }

    /** Says that the entry is not read and goes on without a password; other entries need not be encrypted. */
    private void lock(boolean tried) throws IngestException {
        password = null;
        try {
            if (!locked) {
                openAt();
            }
        } catch (PasswordRequiredException e) {
            // It is this entry that needs one, and it has been gone to.
            locked = true;
        } catch (IOException e) {
            throw new IngestException("cannot be read on: " + Guarded.reason(e), e);
        }
        wrong |= tried;
        locked = true;
        ready.add(Problems.password(shown(), "number " + number, wrong));
        ended |= !budget.entry();
    }

    /** The content, of which the first bytes have been unpacked, which shows whether a password is needed and fits. */
    private InputStream content(SevenZArchiveEntry entry, int probe) throws IOException {
        if (entry.isDirectory() || entry.isAntiItem() || !entry.hasStream()) {
            return InputStream.nullInputStream();
        }
        InputStream rest = new CurrentEntry();
        byte[] begin = Guarded.run(() -> rest.readNBytes((int) Math.min(probe, Math.max(0, entry.getSize()))));
        return new SequenceInputStream(new ByteArrayInputStream(begin), rest);
    }

    private void take(SevenZArchiveEntry entry, InputStream content) {
        String original = String.valueOf(entry.getName());
        String shown = names.shown(original);
        String where = "number " + number;
        if (!budget.entry()) {
            ready.add(Problems.tooMany(budget, shown, where));
            ended = true;
            return;
        }
        if (entry.isDirectory() || entry.isAntiItem()) {
            return;
        }
        names.odd(original).ifPresent(odd -> ready.add(Problems.entry(shown, where, odd)));
        if (entry.getHasWindowsAttributes() && (entry.getWindowsAttributes() >>> 16 & 0xF000) == LINK) {
            ready.add(Problems.entry(shown, where, "is a symbolic link; links are not followed"));
        } else {
            ready.add(new ArchiveEntry(shown, where, entry.getSize(), new EntryStream(content, meter)));
        }
    }

    @Override public long position() {
        try {
            return channel.isOpen() ? Math.min(size, channel.position()) : size;
        } catch (IOException e) {
            return size;
        }
    }

    @Override public void close() throws IOException {
        try (FileChannel _ = channel; SevenZFile _ = file) {
            file = null;
        }
    }

    /** The entry at which the file stands. */
    private final class CurrentEntry extends InputStream {
        @Override public int read() throws IOException {
            return file.read();
        }

        @Override public int read(byte[] to, int from, int length) throws IOException {
            return file.read(to, from, length);
        }
    }
}
