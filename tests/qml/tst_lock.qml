import QtQuick
import QtTest
import Ayni.Models
import Ayni.Tests

// The PIN before the notebook: set, asked for, mistaken, changed and removed, with a finger and with keys.
WindowTest {
    id: test
    name: "Lock"

    function begin() {
        openWindow("", 360, 640);
        app.beginAlone("Nieves", "Cusi");
        tryCompare(app, "state", AppModel.Ready);
        tryVerify(() => app.lock.encrypted);
    }
    function tapPin(pin) {
        for (const digit of pin)
            tap("pin-" + digit);
        tap("pin-enter");
    }
    function setPin(pin) {
        window.place = "settings";
        tap("pin");
        tapPin(pin);
        tapPin(pin);
        tryVerify(() => app.lock.hasPin);
    }
    // As when the app was closed and is opened again.
    function openAgain() {
        window.destroy();
        wait(0);
        app = null;
        app = House.startAgain();
        window = mainWindow.createObject(null, { "app": app, "width": 360, "height": 640 });
        waitForRendering(window.contentItem);
    }

    function test_with_a_pin_the_notebook_opens_with_it_only() {
        begin();
        setPin("2468");
        tryCompare(app, "notice", "Your notebook opens with your PIN now.");
        tryVerify(() => Eye.find(window, "pinRemove") !== null);  // back in the settings
        openAgain();
        tryCompare(app, "state", AppModel.Locked);
        compare(app.personName, "");
        tapPin("1111");
        tryVerify(() => app.lock.sentence !== "");
        compare(app.state, AppModel.Locked);
        compare(find("pinSentence").text, "That is not your PIN. Try again; nothing is ever deleted.");
        tapPin("2468");
        tryCompare(app, "state", AppModel.Ready);
        compare(app.personName, "Nieves");
    }
    function test_keys_do_as_fingers_do_and_dots_show_nothing() {
        begin();
        setPin("2468");
        openAgain();
        tryCompare(app, "state", AppModel.Locked);
        const pad = find("unlockPad");
        tryVerify(() => pad.activeFocus);
        type("24a69");
        compare(pad.digits, "2469");
        keyClick(Qt.Key_Backspace);
        type("8");
        keyClick(Qt.Key_Return);
        tryCompare(app, "state", AppModel.Ready);
    }
    function test_after_three_wrong_ones_the_next_waits_and_says_how_long() {
        begin();
        setPin("2468");
        openAgain();
        tryCompare(app, "state", AppModel.Locked);
        for (let i = 0; i < 3; ++i) {
            tryVerify(() => find("unlockPad").ready);
            tapPin("1111");
            tryCompare(app.lock, "busy", false);
        }
        tryVerify(() => app.lock.waitSentence !== "");
        verify(/^Wait (30|29) s$/.test(app.lock.waitSentence), app.lock.waitSentence);
        compare(find("pin-1").enabled, false);
        const before = app.lock.waitSentence;
        tryVerify(() => app.lock.waitSentence !== before, 3000, "the wait isn't counted down");
        openAgain();
        tryCompare(app, "state", AppModel.Locked);
        tryVerify(() => app.lock.waitSentence !== "", 3000, "opening again saves no wait");
        compare(find("pin-1").enabled, false);
        for (const language of ["es", "fr", "en"]) {
            app.language = language;
            for (const scale of [1, 2]) {
                app.textScale = scale;
                wait(60);
                compare(Eye.tooSmall(window), [], language + ": too small for a finger");
                compare(Eye.nameless(window), [], language + ": without a name");
                compare(Eye.clipped(window), [], language + ": does not fit");
            }
        }
        compare(app.state, AppModel.Locked);
    }
    function test_a_new_pin_is_typed_twice_and_the_old_one_once() {
        begin();
        window.place = "settings";
        tap("pin");
        tapPin("1234");
        tapPin("1243");
        tryVerify(() => Eye.find(window, "pinSentence") !== null);
        compare(find("pinSentence").text, "The two were not the same. Choose it again.");
        verify(!app.lock.hasPin);
        tapPin("1234");
        tapPin("1234");
        tryVerify(() => app.lock.hasPin);
        tap("pin");
        tapPin("9999");
        tapPin("5678");
        tapPin("5678");
        tryCompare(app.lock, "sentence", "That is not your PIN. Try again; nothing is ever deleted.");
        tapPin("1234");
        tapPin("5678");
        tapPin("5678");
        tryCompare(app, "notice", "Your notebook opens with your PIN now.");
        tap("pinRemove");
        tapPin("5678");
        tryVerify(() => !app.lock.hasPin);
        openAgain();
        tryCompare(app, "state", AppModel.Ready);
    }
    function test_pages_for_the_pin_fit() {
        begin();
        for (const language of ["es", "fr", "en"]) {
            app.language = language;
            for (const scale of [1, 2]) {
                app.textScale = scale;
                for (const place of ["settings", "pin"]) {
                    window.place = place;
                    wait(60);
                    compare(Eye.tooSmall(window), [], place + ": too small for a finger");
                    compare(Eye.nameless(window), [], place + ": without a name");
                    compare(Eye.clipped(window), [], place + ": does not fit");
                }
            }
        }
    }
    function test_a_sample_has_no_pin() {
        openWindow("entrepreneur", 360, 640);
        window.place = "settings";
        find("whatIsSafe");
        compare(Eye.find(window, "pin"), null);
    }
}
