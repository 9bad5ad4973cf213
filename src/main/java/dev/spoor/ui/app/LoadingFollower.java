package dev.spoor.ui.app;

import dev.spoor.ui.control.Screen;
import dev.spoor.ui.start.Loading;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import javafx.util.Subscription;

/** Keeps the frame of a case up to date while evidence is loaded into it. */
final class LoadingFollower {
    private static final int NUMBERS_EVERY = 4;
    private final Loading loading;
    private final CaseModel model;
    private final Supplier<Screen> front;
    private final Timeline watch = new Timeline(new KeyFrame(Duration.millis(500), event -> look()));
    private int looks;
    private long alerts;

    LoadingFollower(Loading loading, CaseModel model, Supplier<Screen> front) {
        this.loading = loading;
        this.model = model;
        this.front = front;
        watch.setCycleCount(Animation.INDEFINITE);
    }

    /** Begins; the subscription ends it. */
    Subscription follow() {
        boolean[] was = {false};
        Subscription subscription = loading.runningProperty().subscribe(running -> {
            if (running) {
                watch.play();
                look();
            } else if (was[0]) {
                watch.stop();
                model.follow("", () -> {});
                model.say(loading.outcome());
                model.load();
                front.get().shown();
            }
            was[0] = running;
        });
        return subscription.and(watch::stop);
    }

    private void look() {
        model.follow(loading.line(), loading::cancel);
        if (looks++ % NUMBERS_EVERY == 0) {
            model.load();
            if (loading.alertsProperty().get() != alerts && front.get() != null) {
                alerts = loading.alertsProperty().get();
                front.get().shown();
            }
        }
    }
}
