package dev.spoor.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javax.imageio.ImageIO;

/** Draws the icon's SVG as a PNG of 256 px: {@code IconImage icons/spoor.svg OUT.png}. */
public final class IconImage {
    private static final Pattern PATH = Pattern.compile("<path fill=\"([^\"]+)\" d=\"([^\"]+)\"");

    private IconImage() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String svg = Files.readString(Path.of(args[0]));
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            Group group = new Group();
            Matcher paths = PATH.matcher(svg);
            while (paths.find()) {
                SVGPath path = new SVGPath();
                path.setContent(paths.group(2));
                path.setFill(Color.web(paths.group(1)));
                group.getChildren().add(path);
            }
            try {
                ImageIO.write(SwingFXUtils.fromFXImage(new Scene(group, 256, 256, Color.TRANSPARENT).snapshot(null), null), "png", Path.of(args[1]).toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                done.countDown();
            }
        });
        done.await();
        Platform.exit();
    }
}
