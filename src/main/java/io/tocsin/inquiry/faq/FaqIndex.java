package io.tocsin.inquiry.faq;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * One language of a center's FAQ, searchable. Every wording of a question is a document of its own, so that the one that
 * is nearest counts; the answer is another one. In memory: some ten kilobytes.
 */
final class FaqIndex {
    private static final String ENTRY = "entry";
    private static final String QUESTION = "question";
    private static final String QUESTION_PARTS = "questionParts";
    private static final String ANSWER = "answer";
    private static final String ANSWER_PARTS = "answerParts";
    private static final int DOCUMENTS = 500;
    private static final int LONGEST = 500;

    private final List<RenderedEntry> entries;
    private final Analyzer analyzer;
    private final IndexSearcher searcher;

    private FaqIndex(List<RenderedEntry> entries, Analyzer analyzer, IndexSearcher searcher) {
        this.entries = entries;
        this.analyzer = analyzer;
        this.searcher = searcher;
    }

    static FaqIndex of(List<RenderedEntry> entries, String language) {
        Analyzer words = Analyzers.words(language);
        Analyzer parts = Analyzers.parts(language);
        Analyzer analyzer = new PerFieldAnalyzerWrapper(words, Map.of(QUESTION_PARTS, parts, ANSWER_PARTS, parts));
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(1))) {
            for (int i = 0; i < entries.size(); i++) {
                RenderedEntry entry = entries.get(i);
                for (String question : entry.questions()) {
                    writer.addDocument(document(i, QUESTION, QUESTION_PARTS, question));
                }
                writer.addDocument(document(i, ANSWER, ANSWER_PARTS, entry.answer()));
            }
            writer.commit();
            return new FaqIndex(entries, analyzer, new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(int entry, String words, String parts, String text) {
        Document document = new Document();
        document.add(new StoredField(ENTRY, entry));
        document.add(new TextField(words, text, Field.Store.NO));
        document.add(new TextField(parts, text, Field.Store.NO));
        return document;
    }

    /** The best entries first; none where not a word is known. */
    List<FaqHit> search(String text, int most) {
        String asked = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        try {
            Map<Integer, Float> byQuestion = best(query(asked, QUESTION, 1f, QUESTION_PARTS, 0.45f));
            Map<Integer, Float> byAnswer = best(query(asked, ANSWER, 1f, ANSWER_PARTS, 0.2f));
            Map<Integer, Float> scores = new HashMap<>(byQuestion);
            byAnswer.forEach((entry, score) -> scores.merge(entry, 0.3f * score, Float::sum));
            return scores.entrySet().stream()
                    .sorted(Map.Entry.<Integer, Float>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(most)
                    .map(e -> hit(entries.get(e.getKey()), e.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Integer, Float> best(Query query) throws IOException {
        Map<Integer, Float> best = new HashMap<>();
        for (ScoreDoc found : searcher.search(query, DOCUMENTS).scoreDocs) {
            int entry = searcher.storedFields()
                    .document(found.doc)
                    .getField(ENTRY)
                    .numericValue()
                    .intValue();
            best.merge(entry, found.score, Math::max);
        }
        return best;
    }

    private Query query(String text, String words, float wordsWeigh, String parts, float partsWeigh)
            throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        add(query, text, words, wordsWeigh);
        add(query, text, parts, partsWeigh);
        return query.build();
    }

    private void add(BooleanQuery.Builder query, String text, String field, float weigh) throws IOException {
        for (String term : terms(text, field)) {
            query.add(new BoostQuery(new TermQuery(new Term(field, term)), weigh), BooleanClause.Occur.SHOULD);
        }
    }

    private Set<String> terms(String text, String field) throws IOException {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(field, new StringReader(text))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && terms.size() < IndexSearcher.getMaxClauseCount() / 2) {
                terms.add(term.toString());
            }
            tokens.end();
        }
        return terms;
    }

    private static FaqHit hit(RenderedEntry entry, float score) {
        return new FaqHit(entry.id(), entry.topic(), entry.questions().getFirst(), entry.answer(), score);
    }
}
