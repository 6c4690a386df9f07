package gridrun.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.task.Scaling;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    /** Three cats, two of them found; a dog taken for a cat, and two dogs found; no fish at all. */
    private static final Confusion ANIMALS = Confusion.of("validation", List.of("cat", "dog", "a, fish"),
            new int[] {0, 0, 0, 1, 1, 1}, new int[] {0, 0, 1, 0, 1, 1});

    @Test
    void figures_areThoseOfTheirDefinitions() {
        assertEquals(2 / 3.0, ANIMALS.precision(0));
        assertEquals(2 / 3.0, ANIMALS.recall(0));
        assertEquals(2 / 3.0, ANIMALS.f1(0));
        assertEquals(3, ANIMALS.support(1));
        assertTrue(
                Double.isNaN(ANIMALS.precision(2)) && Double.isNaN(ANIMALS.recall(2)) && Double.isNaN(ANIMALS.f1(2)));
        Confusion lopsided =
                Confusion.of("test", List.of("a", "b"), new int[] {0, 0, 0, 0, 1}, new int[] {0, 1, 1, 1, 1});
        assertEquals(1, lopsided.precision(0));
        assertEquals(0.25, lopsided.recall(0));
        assertEquals(0.4, lopsided.f1(0), 1e-12);
    }

    /**
     * Classes 3 and 4 are never predicted, 2 is never right, 4 does not occur: scikit-learn's macro averages,
     * zero_division 0.
     */
    @Test
    void means_countClassesThatWereNeverPredicted_asScikitLearnDoes() {
        Confusion part = Confusion.of("test", List.of("a", "b", "c", "d", "e"), new int[] {0, 0, 1, 1, 1, 3, 3},
                new int[] {0, 1, 1, 1, 2, 0, 1});
        assertEquals(List.of(0.5, 0.5, 0.0, 0.0), IntStream.range(0, 4).mapToObj(part::precision).toList());
        assertEquals(0, part.recall(2), "taken for it, but no example is of it");
        assertEquals(List.of("0.2500", "0.2917", "0.2679", ""), Stream.of(ClassFigure.values())
                .map(figure -> figure.mean(part)).toList());
        assertEquals("", ClassFigure.PRECISION.cell(part, 4));
    }

    @Test
    void csv_holdsAllParts_andLeavesEmptyWhatIsUndefined() {
        Confusion test = Confusion.of("test", ANIMALS.classes(), new int[] {2}, new int[] {0});
        assertEquals("""
                part,actual,cat,dog,"a, fish"
                validation,cat,2,1,0
                validation,dog,1,2,0
                validation,"a, fish",0,0,0
                test,cat,0,0,0
                test,dog,0,0,0
                test,"a, fish",1,0,0
                """, Confusion.csv(List.of(ANIMALS, test)));
        assertEquals("""
                part,class,precision,recall,f1,support
                validation,cat,0.6667,0.6667,0.6667,3
                validation,dog,0.6667,0.6667,0.6667,3
                validation,"a, fish",,,,0
                """, Confusion.perClassCsv(List.of(ANIMALS)));
    }

    @Test
    void text_showsFiguresAndMatrix() {
        assertEquals("""
                class    precision  recall      f1  support
                cat         0.6667  0.6667  0.6667        3
                dog         0.6667  0.6667  0.6667        3
                a, fish                                   0
                mean        0.6667  0.6667  0.6667

                confusion matrix, a column a predicted class
                actual   cat  dog  a, fish
                cat        2    1        0
                dog        1    2        0
                a, fish    0    0        0
                """, ANIMALS.text(80, true));
    }

    @Test
    void text_ofMoreClassesThanFit_listsTheLargestErrors() {
        List<String> classes = IntStream.range(0, 40).mapToObj(i -> "class" + i).toList();
        Confusion wide = Confusion.of("test", classes, new int[] {3, 3, 5, 1}, new int[] {4, 4, 6, 1});
        String text = wide.text(80, true);
        assertTrue(text.endsWith("""
                the most frequent confusions
                  2 of class3 taken for class4
                  1 of class5 taken for class6
                """), text);
        assertTrue(text.lines().allMatch(line -> line.length() <= 80), text);
        String right = Confusion.of("test", classes, new int[] {3, 5}, new int[] {3, 5}).text(80, true);
        assertTrue(right.endsWith("\n\nno example was taken for another class\n"), right);
    }

    @Test
    void predictions_nameTheLikeliestClass_inFloatsPrecision() {
        assertEquals("""
                prediction,p(no),"p(yes, sir)"
                no,0.75,0.25
                "yes, sir",0.3333333,0.6666667
                no,1,1.234568e-9
                """, Predictions.ofClasses("p", List.of("no", "yes, sir"),
                new double[] {0.75, 0.25, 1 / 3.0, 2 / 3.0, 1, 1.23456789e-9}).csv());
        assertEquals("prediction\n-0.5\n1234567\n",
                Predictions.ofValues(1, new double[] {-0.5, 1234567}, Scaling.NONE).csv());
        assertEquals("prediction\n1700000012.34568\n1700000000.5\n",
                Predictions.ofValues(1, new double[] {1700000012.345678, 1700000000.5}, new Scaling(1.7e9, 50)).csv());
    }
}
