package dev.spoor.normalize;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spoor.event.EventBatch;
import dev.spoor.event.Value;
import dev.spoor.event.ValueList;
import dev.spoor.event.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Runs the steps of a plan on a draft. One of a normaliser; not thread-safe. */
final class Transforms {
    private static final Set<String> HASH_NAMES = Set.of("md5", "sha1", "sha256", "sha384", "sha512", "imphash", "ssdeep", "tlsh");
    /** Longer than any key that PowerShell writes; what is longer is part of a value. */
    private static final int MAX_KEY = 64;
    private final Names names;
    private final Map<String, String> suffixes;
    private final SecurityDescriptor descriptors;

    Transforms(Names names, MappingTables tables) {
        this.names = names;
        this.suffixes = tables.values("public_suffix");
        this.descriptors = new SecurityDescriptor(tables);
    }

    void run(Step step, Draft draft) {
        boolean skipped = step.when() >= 0 && !draft.has(step.when()) || step.unless() >= 0 && draft.has(step.unless())
                || step.keep() && draft.has(step.targets()[0]);
        if (skipped) {
            return;
        }
        if (step.source() < 0) {
            put(step, draft, 0, Value.string(step.parameter()));
            return;
        }
        Values held = draft.get(step.source());
        if (held == null) {
            return;
        }
        String text = held.first().text();
        boolean nothing = text.isEmpty() || text.equals("-") && !step.dash() && step.transform() != Transform.DROP;
        if (!nothing && remembered(step, draft, held, text) && step.move()) {
            draft.remove(step.source());
        }
    }

    /** Runs a step on some events of the draft's batch. */
    void run(Step step, Draft draft, int[] slots, int count) {
        EventBatch batch = draft.batch();
        if (step.source() >= 0 && batch.column(step.source()) == null) {
            return;
        }
        for (int i = 0; i < count; i++) {
            draft.at(batch, slots[i]);
            run(step, draft);
        }
    }

    /** Runs one step unless it is known what it makes of the text; tells whether something was made. */
    private boolean remembered(Step step, Draft draft, Values held, String text) {
        if (step.memory().isEmpty()) {
            return apply(step, draft, held, text);
        }
        StepMemory memory = step.memory().get();
        Recording known = memory.of(text);
        if (known != null) {
            return known.replay(draft);
        }
        Recording recording = new Recording();
        draft.record(recording);
        boolean made = apply(step, draft, held, text);
        draft.record(null);
        recording.made(made);
        memory.keep(text, recording);
        return made;
    }

    /** Runs one step; tells whether something was made. */
    private boolean apply(Step step, Draft draft, Values held, String text) {
        return switch (step.transform()) {
            case COPY -> put(step, draft, 0, held);
            case SET -> put(step, draft, 0, Value.string(step.parameter()));
            case DROP -> true;
            case NUMBER -> number(step, draft, 0, Numbers.parse(text));
            case DECIMAL -> number(step, draft, 0, Numbers.decimal(text));
            case IP -> text(step, draft, 0, Addresses.clean(text));
            case BOOLEAN -> bool(step, draft, text);
            case TRUE_IF -> text.equalsIgnoreCase(step.parameter()) && put(step, draft, 0, Value.bool(true));
            case LOOKUP -> text(step, draft, 0, lookup(step, text));
            case LOOKUP_OR_COPY -> put(step, draft, 0, lookup(step, text).<Values>map(Value::string).orElse(held));
            case LOOKUP_PAIR -> pair(step, draft, lookup(step, text.replace("{", "").replace("}", "")));
            case LOOKUP_LIST -> list(step, draft, 0, words(text).stream().flatMap(word -> lookup(step, word).stream()).toList());
            case FLAGS -> list(step, draft, 0, flags(step, text));
            case WORDS -> list(step, draft, 0, words(text));
            case LINES -> list(step, draft, 0, lines(text, step.parameter()));
            case BEFORE_AT -> text(step, draft, 0, Optional.of(text.indexOf('@') > 0 ? text.substring(0, text.indexOf('@')) : text));
            case FILE_NAME -> text(step, draft, 0, Optional.of(PathParts.name(text)));
            case EXTENSION -> text(step, draft, 0, Optional.of(PathParts.extension(text)));
            case PATH -> path(step, draft, text);
            case JOIN -> !draft.text(step.other()).isEmpty() && text(step, draft, 0, Optional.of(text + "\\" + draft.text(step.other())));
            case ACCOUNT -> account(step, draft, text);
            case DISTINGUISHED_NAME -> distinguishedName(step, draft, text);
            case ARGS -> arguments(step, draft, CommandLines.arguments(text));
            case ARGS_QUOTED -> arguments(step, draft, CommandLines.quoted(text));
            case HASHES -> hashes(step, draft, text);
            case REGISTRY -> registry(step, draft, text);
            case REGISTRY_DATA -> registryData(step, draft, text);
            case DNS_RESULTS -> dnsResults(step, draft, text);
            case DOMAIN -> domain(step, draft, text);
            case COMMUNITY_ID -> text(step, draft, 0, communityId(draft, text));
            case KEY_VALUES -> keyValues(step, draft, text);
            case TEXT_STATISTICS -> statistics(step, draft, text);
            case INVOCATIONS -> invocations(step, draft, text);
            case SDDL -> sddl(step, draft, text);
            case SID_LIST -> list(step, draft, 0, words(text.replace("%{", " ").replace("}", " ")).stream().map(descriptors::account).toList());
            case CERTIFICATE_ATTRIBUTES -> certificate(step, draft, text);
            case OBJECT_ID -> objectId(text) && put(step, draft, 0, held);
        };
    }

    private boolean put(Step step, Draft draft, int target, Values values) {
        int field = step.targets()[target];
        if (step.append()) {
            for (int i = 0; i < values.size(); i++) {
                draft.addToSet(field, values.get(i));
            }
        } else if (step.free()) {
            for (int free : step.targets()) {
                if (!draft.has(free)) {
                    draft.put(free, values);
                    break;
                }
            }
        } else {
            draft.put(field, values);
        }
        return true;
    }

    private boolean text(Step step, Draft draft, int target, Optional<String> text) {
        return text.isPresent() && !text.get().isEmpty() && put(step, draft, target, Value.string(text.get()));
    }

    private boolean list(Step step, Draft draft, int target, List<String> texts) {
        return !texts.isEmpty() && put(step, draft, target, new ValueList(texts.stream().map(Value::string).toList()));
    }

    private boolean number(Step step, Draft draft, int target, OptionalLong number) {
        return number.isPresent() && put(step, draft, target, Value.number(number.getAsLong()));
    }

    private boolean bool(Step step, Draft draft, String text) {
        boolean yes = text.equalsIgnoreCase("true");
        return (yes || text.equalsIgnoreCase("false")) && put(step, draft, 0, Value.bool(yes));
    }

    private static Optional<String> lookup(Step step, String key) {
        String found = step.table().get(key);
        if (found == null) {
            String plain = key.strip().toLowerCase(Locale.ROOT);
            found = step.table().get(plain);
            OptionalLong number = found == null && plain.startsWith("0x") ? Numbers.parse(plain) : OptionalLong.empty();
            if (number.isPresent()) {
                found = step.table().get(Long.toString(number.getAsLong()));
            }
        }
        return Optional.ofNullable(found);
    }

    private boolean pair(Step step, Draft draft, Optional<String> found) {
        if (found.isEmpty()) {
            return false;
        }
        String[] parts = found.get().split("\\|");
        for (int i = 0; i < Math.min(parts.length, step.targets().length); i++) {
            text(step, draft, i, Optional.of(parts[i]));
        }
        return true;
    }

    private static List<String> flags(Step step, String text) {
        OptionalLong number = Numbers.parse(text);
        if (number.isEmpty()) {
            return List.of();
        }
        long bits = number.getAsLong();
        return step.flags().stream().filter(flag -> flag.bits() != 0 && (bits & flag.bits()) == flag.bits()).map(Step.Flag::name).distinct().toList();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) != ',') {
                at++;
            }
            if (at > from) {
                words.add(text.substring(from, at));
            }
            at++;
        }
        return words;
    }

    private static List<String> lines(String text, String without) {
        return text.lines().map(line -> line.replace(without, "").strip()).filter(line -> !line.isEmpty()).toList();
    }

    private boolean path(Step step, Draft draft, String text) {
        String name = PathParts.name(text);
        text(step, draft, 0, Optional.of(name));
        text(step, draft, 1, Optional.of(PathParts.directory(text)));
        text(step, draft, 2, Optional.of(PathParts.extension(name)));
        return true;
    }

    private boolean account(Step step, Draft draft, String text) {
        int slash = text.indexOf('\\');
        boolean two = slash > 0 && slash < text.length() - 1 && text.indexOf('\\', slash + 1) < 0;
        return two && text(step, draft, 0, Optional.of(text.substring(0, slash))) && text(step, draft, 1, Optional.of(text.substring(slash + 1)));
    }

    private boolean distinguishedName(Step step, Draft draft, String text) {
        String[] parts = text.split(",");
        boolean made = text(step, draft, 0, Optional.of(parts[0].strip().replaceFirst("^(?i)cn=", "")));
        if (parts.length >= 4) {
            text(step, draft, 1, Optional.of(parts[3].strip().replaceFirst("^(?i)dc=", "")));
        }
        return made;
    }

    private boolean arguments(Step step, Draft draft, List<String> arguments) {
        return list(step, draft, 0, arguments) && put(step, draft, 1, Value.number(arguments.size()));
    }

    private boolean hashes(Step step, Draft draft, String text) {
        boolean any = false;
        for (String part : text.split(",")) {
            int equals = part.indexOf('=');
            String hash = part.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
            String name = part.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT);
            if (HASH_NAMES.contains(name) && !hash.isEmpty() && hash.chars().anyMatch(c -> c != '0')) {
                Value value = Value.string(hash);
                draft.put(name.equals("imphash") ? step.targets()[1] : names.ecs(step.paths().get(0) + "." + name), value);
                draft.addToSet(step.targets()[2], value);
                any = true;
            }
        }
        return any;
    }

    private boolean registry(Step step, Draft draft, String text) {
        put(step, draft, 0, Value.string(text));
        int slash = text.indexOf('\\');
        if (slash >= 0) {
            text(step, draft, 1, lookup(step, text.substring(0, slash)));
            text(step, draft, 2, Optional.of(text.substring(slash + 1)));
            text(step, draft, 3, Optional.of(PathParts.name(text)));
        }
        return true;
    }

    private boolean registryData(Step step, Draft draft, String text) {
        if (text.equals("Binary Data")) {
            return put(step, draft, 1, Value.string("REG_BINARY"));
        }
        boolean doubleWord = text.startsWith("DWORD (") && text.endsWith(")");
        boolean quadWord = text.startsWith("QWORD (") && text.endsWith(")");
        String data = text;
        if (doubleWord || quadWord) {
            OptionalLong number = Numbers.parse(text.substring(7, text.length() - 1).replace("-0x", ""));
            if (number.isPresent()) {
                put(step, draft, 1, Value.string(doubleWord ? "SZ_DWORD" : "SZ_QWORD"));
                return list(step, draft, 0, List.of(Long.toUnsignedString(number.getAsLong())));
            }
        }
        return list(step, draft, 0, List.of(data)) && put(step, draft, 1, Value.string("REG_SZ"));
    }

    private boolean dnsResults(Step step, Draft draft, String text) {
        DnsResults results = DnsResults.parse(text, step.table());
        if (results.answers().isEmpty()) {
            return true;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        List<Value> types = new ArrayList<>();
        List<Value> data = new ArrayList<>();
        for (DnsResults.Answer answer : results.answers()) {
            array.addObject().put("data", answer.data()).put("type", answer.type());
            data.add(Value.string(answer.data()));
            types.add(Value.string(answer.type()));
        }
        draft.put(step.targets()[0], Value.json(array.toString()));
        draft.put(names.ecs(step.paths().get(0) + ".data"), new ValueList(data));
        draft.put(names.ecs(step.paths().get(0) + ".type"), new ValueList(types));
        list(step, draft, 1, results.addresses());
        results.addresses().forEach(address -> draft.addToSet(step.targets()[2], Value.string(address)));
        results.names().forEach(name -> draft.addToSet(step.targets()[3], Value.string(name)));
        return true;
    }

    private boolean domain(Step step, Draft draft, String text) {
        Optional<DomainNames.Parts> parts = DomainNames.cut(text, suffixes);
        parts.ifPresent(cut -> {
            text(step, draft, 0, Optional.of(cut.registered()));
            text(step, draft, 1, Optional.of(cut.subdomain()));
            text(step, draft, 2, Optional.of(cut.top()));
        });
        return parts.isPresent();
    }

    private Optional<String> communityId(Draft draft, String transport) {
        return CommunityId.of(draft.text(names.ecs("source.ip")), draft.text(names.ecs("source.port")), draft.text(names.ecs("destination.ip")),
                draft.text(names.ecs("destination.port")), transport);
    }

    /** Lines of key and value; where a bare {@code =} parts them only a line that begins with a tab begins a new pair, so that values may have lines. */
    private boolean keyValues(Step step, Draft draft, String text) {
        boolean tabbed = step.parameter().equals("=");
        boolean any = false;
        for (String pair : text.replace("\r", "").split(tabbed ? "\n\t" : "\n")) {
            int at = pair.indexOf(step.parameter());
            String key = at > 0 ? pair.substring(0, at).replace(" ", "").replace("\t", "").replace("\n", "") : "";
            if (!key.isEmpty() && key.length() <= MAX_KEY) {
                String value = pair.substring(at + step.parameter().length()).strip();
                any = true;
                if (!value.isEmpty()) {
                    draft.put(names.data(key).ecs(), Value.string(value));
                }
            }
        }
        return any;
    }

    private boolean statistics(Step step, Draft draft, String text) {
        TextStatistics of = TextStatistics.of(text);
        put(step, draft, 0, Value.number(of.length()));
        put(step, draft, 1, Value.number(of.symbols()));
        put(step, draft, 2, Value.number(of.entropy()));
        return put(step, draft, 3, Value.number(of.deviation()));
    }

    private boolean invocations(Step step, Draft draft, String text) {
        List<Invocation> found = Invocation.parse(text);
        if (found.isEmpty()) {
            return false;
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        Map<String, List<Value>> leaves = new TreeMap<>();
        for (Invocation invocation : found) {
            ObjectNode node = array.addObject();
            detail(node, leaves, "name", invocation.name());
            detail(node, leaves, "related_command", invocation.command());
            detail(node, leaves, "type", invocation.type());
            detail(node, leaves, "value", invocation.value());
        }
        leaves.forEach((key, values) -> draft.put(names.ecs(step.paths().get(0) + "." + key), new ValueList(values)));
        return put(step, draft, 0, Value.json(array.toString()));
    }

    private static void detail(ObjectNode node, Map<String, List<Value>> leaves, String key, String value) {
        if (!value.isEmpty()) {
            node.put(key, value);
            leaves.computeIfAbsent(key, k -> new ArrayList<>()).add(Value.string(value));
        }
    }

    private boolean sddl(Step step, Draft draft, String text) {
        String path = step.paths().get(0);
        numbered(draft, path + "Dacl", descriptors.entries(text, "D:"));
        numbered(draft, path + "Sacl", descriptors.entries(text, "S:"));
        return true;
    }

    private void numbered(Draft draft, String path, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            draft.put(names.ecs(path + i), Value.string(texts.get(i)));
        }
    }

    private boolean certificate(Step step, Draft draft, String text) {
        String path = step.paths().get(0);
        Map<String, List<String>> attributes = CertificateAttributes.parse(text);
        attributes.forEach((key, values) -> strings(draft, path + "." + key, values));
        for (String san : attributes.getOrDefault("san", List.of())) {
            String parent = path.substring(0, path.lastIndexOf('.') + 1);
            CertificateAttributes.alternativeName(san).forEach((key, values) -> strings(draft, parent + "subject_alt_name." + key, values));
        }
        return !attributes.isEmpty();
    }

    private void strings(Draft draft, String path, List<String> texts) {
        draft.put(names.ecs(path), new ValueList(texts.stream().map(Value::string).toList()));
    }

    private static boolean objectId(String text) {
        return text.indexOf('.') > 0 && text.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }
}
