package dev.spoor.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The QueryResults of Sysmon's DNS event: {@code type:  5 alias.nwf.example;::ffff:192.0.2.7;}.
 *
 * @param answers   type and data of each
 * @param addresses those that are IP addresses
 * @param names     those that are not
 */
record DnsResults(List<Answer> answers, List<String> addresses, List<String> names) {
    record Answer(String type, String data) {}

    static DnsResults parse(String text, Map<String, String> types) {
        DnsResults results = new DnsResults(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String part : text.split(";")) {
            String answer = part.strip();
            if (answer.startsWith("type:")) {
                results.addTyped(answer.substring(5).strip(), types);
            } else {
                Addresses.clean(answer).ifPresent(address -> {
                    results.answers.add(new Answer(Addresses.is4(address) ? "A" : "AAAA", address));
                    results.addresses.add(address);
                });
            }
        }
        return results;
    }

    private void addTyped(String answer, Map<String, String> types) {
        int blank = answer.indexOf(' ');
        if (blank < 0) {
            return;
        }
        String number = answer.substring(0, blank);
        String data = answer.substring(blank).strip();
        if (!data.isEmpty()) {
            answers.add(new Answer(types.getOrDefault(number, number), data));
            names.add(data);
        }
    }
}
