package dev.spoolmark.web.statistics;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;

/// Draws the review of a year as a PNG of 1200 x 630 pixels, one at a time: a picture takes about 3 MB of heap.
final class ReviewPicture {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final int MARGIN = 64;
    private static final int ROWS = 5;
    private static final int FIGURE_WIDTH = 268;
    private static final int COLUMN_WIDTH = 504;
    private static final int COLUMN_GAP = 64;
    private static final int BARS_TOP = 520;
    private static final int BARS_HEIGHT = 70;
    private static final int BAR_GAP = 8;

    private static final Color PAPER = new Color(0x14161A);
    private static final Color INK = new Color(0xF2F2F4);
    private static final Color MUTED = new Color(0xA5ABB8);
    private static final Color ACCENT = new Color(0xFFB38A);
    private static final Color LINE = new Color(0x363B45);

    private static final Semaphore PERMIT = new Semaphore(1);

    static {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    private final TextOutlines text = new TextOutlines();

    /// What is drawn.
    ///
    /// @param figures at most four
    /// @param shows titles, of which the first five that can be drawn are
    /// @param months twelve numbers
    record Content(
            String title,
            String user,
            List<Figure> figures,
            String showsTitle,
            List<String> shows,
            String moviesTitle,
            List<String> movies,
            List<Integer> months) {

        Content {
            figures = List.copyOf(figures);
            shows = List.copyOf(shows);
            movies = List.copyOf(movies);
            months = List.copyOf(months);
        }
    }

    byte[] draw(Content content) {
        PERMIT.acquireUninterruptibly();
        try {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = image.createGraphics();
            try {
                graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                draw(graphics, content);
            } finally {
                graphics.dispose();
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PERMIT.release();
        }
    }

    private void draw(Graphics2D graphics, Content content) {
        graphics.setColor(PAPER);
        graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        graphics.setColor(ACCENT);
        text.draw(graphics, content.title(), MARGIN, 112, 56, WIDTH - 2 * MARGIN - 260);
        graphics.setColor(MUTED);
        double nameWidth = Math.min(240, text.width(content.user(), 28));
        text.draw(graphics, content.user(), WIDTH - MARGIN - nameWidth, 108, 28, 242);
        int x = MARGIN;
        for (Figure figure : content.figures()) {
            graphics.setColor(INK);
            text.draw(graphics, figure.value(), x, 200, 46, FIGURE_WIDTH - 20);
            graphics.setColor(MUTED);
            text.draw(graphics, figure.name(), x, 232, 22, FIGURE_WIDTH - 20);
            x += FIGURE_WIDTH;
        }
        drawTitles(graphics, content.showsTitle(), content.shows(), MARGIN);
        drawTitles(graphics, content.moviesTitle(), content.movies(), MARGIN + COLUMN_WIDTH + COLUMN_GAP);
        drawMonths(graphics, content.months());
    }

    private void drawTitles(Graphics2D graphics, String heading, List<String> titles, int x) {
        List<String> drawable =
                titles.stream().filter(text::isDrawable).limit(ROWS).toList();
        if (drawable.isEmpty()) {
            return;
        }
        graphics.setColor(ACCENT);
        text.draw(graphics, heading, x, 296, 24, COLUMN_WIDTH);
        graphics.setColor(INK);
        int y = 336;
        for (String title : drawable) {
            text.draw(graphics, title, x, y, 26, COLUMN_WIDTH);
            y += 38;
        }
    }

    private static void drawMonths(Graphics2D graphics, List<Integer> months) {
        int highest =
                Math.max(1, months.stream().mapToInt(Integer::intValue).max().orElse(0));
        double width = (double) (WIDTH - 2 * MARGIN) / months.size();
        graphics.setColor(LINE);
        graphics.fill(new Rectangle2D.Double(MARGIN, BARS_TOP + BARS_HEIGHT, WIDTH - 2.0 * MARGIN, 2));
        graphics.setColor(ACCENT);
        for (int i = 0; i < months.size(); i++) {
            double height = (double) BARS_HEIGHT * months.get(i) / highest;
            graphics.fill(new Rectangle2D.Double(
                    MARGIN + i * width + BAR_GAP / 2.0, BARS_TOP + BARS_HEIGHT - height, width - BAR_GAP, height));
        }
    }
}
