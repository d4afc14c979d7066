import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;

/** Checks many books with epubcheck in one process: java -cp epubcheck.jar Epubs.java BOOK... */
class Epubs {
    public static void main(String[] books) {
        int bad = 0;
        for (String book : books) {
            DefaultReportImpl report = new DefaultReportImpl(book);
            new EpubCheck(new File(book), report).doValidate();
            if (report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount() > 0) {
                bad++;
            }
        }
        System.out.printf("epubcheck: %d of %d books with findings%n", bad, books.length);
        System.exit(bad == 0 ? 0 : 1);
    }
}
