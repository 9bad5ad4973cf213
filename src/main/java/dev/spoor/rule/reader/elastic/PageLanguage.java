package dev.spoor.rule.reader.elastic;

import com.google.re2j.Pattern;

/**
 * The language of a page's query. Pages state the rule's type only; a {@code query} rule is KQL or Lucene. It is Lucene if it uses what KQL does not have:
 * {@code _exists_:}, a range in brackets, or a regular expression between slashes as a value.
 */
final class PageLanguage {
    private static final Pattern LUCENE_ONLY = Pattern.compile("_exists_\\s*:|:\\s*[\\[{][^\\]}]* TO [^\\]}]*[\\]}]|:\\s*/[^/]+/(?:\\s|\\)|$)");

    private PageLanguage() {}

    static String of(String type, String query) {
        String language = ElasticRuleTree.language(type, "");
        return language.equals("kql") && LUCENE_ONLY.matcher(query).find() ? "lucene" : language;
    }
}
