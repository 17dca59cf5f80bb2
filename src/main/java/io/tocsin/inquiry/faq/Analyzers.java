package io.tocsin.inquiry.faq;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;

/** How words are compared: stems and words of the same meaning, and parts of words for what is mistyped. */
final class Analyzers {
    private static final CharArraySet ENGLISH_STOP_WORDS = new CharArraySet(
            java.util.List.of(
                    "a", "an", "the", "is", "are", "was", "were", "be", "been", "am", "to", "of", "in", "on", "at",
                    "by", "for", "from", "with", "and", "or", "but", "if", "so", "as", "it", "its", "this", "that",
                    "these", "there", "do", "does", "did", "have", "has", "had", "will", "would", "can", "could",
                    "should", "shall", "i", "im", "ive", "me", "we", "you", "your", "u", "he", "she", "they", "please",
                    "just", "really", "what", "hi", "hello", "ok", "want", "like", "about", "not", "no", "any", "some",
                    "out", "up"),
            true);

    private Analyzers() {}

    static Analyzer words(String language) {
        return language.startsWith("ja") ? japanese() : english();
    }

    /** For what is mistyped, and for words that no dictionary has. */
    static Analyzer parts(String language) {
        return language.startsWith("ja") ? japaneseParts() : englishParts();
    }

    private static Analyzer english() {
        SynonymMap synonyms = synonyms("en");
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer source = new StandardTokenizer();
                TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
                words = new FlattenGraphFilter(new SynonymGraphFilter(words, synonyms, true));
                return new TokenStreamComponents(
                        source, new PorterStemFilter(new StopFilter(words, ENGLISH_STOP_WORDS)));
            }
        };
    }

    private static Analyzer englishParts() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer source = new StandardTokenizer();
                TokenStream words = new StopFilter(new LowerCaseFilter(source), ENGLISH_STOP_WORDS);
                return new TokenStreamComponents(source, new NGramTokenFilter(words, 3, 3, true));
            }
        };
    }

    private static Analyzer japanese() {
        SynonymMap synonyms = synonyms("ja");
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer source = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.SEARCH);
                TokenStream words = new JapaneseBaseFormFilter(source);
                words = new JapanesePartOfSpeechStopFilter(words, JapaneseAnalyzer.getDefaultStopTags());
                words = new StopFilter(new CJKWidthFilter(words), JapaneseAnalyzer.getDefaultStopSet());
                words = new LowerCaseFilter(new JapaneseKatakanaStemFilter(words));
                return new TokenStreamComponents(
                        source, new FlattenGraphFilter(new SynonymGraphFilter(words, synonyms, true)));
            }
        };
    }

    private static Analyzer japaneseParts() {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer source = new StandardTokenizer();
                TokenStream words = new LowerCaseFilter(new CJKWidthFilter(source));
                return new TokenStreamComponents(source, new CJKBigramFilter(words));
            }
        };
    }

    /** {@code faq/synonyms-<language>.txt}: a line of words with commas between them means the same. */
    private static SynonymMap synonyms(String language) {
        String file = "/faq/synonyms-" + language + ".txt";
        try (InputStream in = Analyzers.class.getResourceAsStream(file)) {
            SolrSynonymParser parser = new SolrSynonymParser(true, true, new WhitespaceAnalyzer());
            parser.parse(new InputStreamReader(in, StandardCharsets.UTF_8));
            return parser.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
