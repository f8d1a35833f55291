import QtQuick
import QtTest
import Ayni.Models
import Ayni.Ui
import Ayni.Tests

// The questions of a round: from Today, by taps and the app's own keys, kept until they are written.
WindowTest {
    id: test
    name: "Readings"

    function rowOf(kind: string): Item {
        return Eye.findAll(window, "todayItem").find(item => item.kind === kind) ?? null;
    }
    function openFromToday() {
        openWindow("entrepreneur", 360, 640);
        tryVerify(() => rowOf("readings") !== null, 5000, "Today doesn't say that questions wait");
        tap(Eye.find(rowOf("readings"), "open"));
        tryCompare(app.readings.questions, "count", 3);
    }
    function answerOf(code: string): string {
        return app.readings.questions.value(app.readings.questions.indexOf(code), "answer");
    }
    function test_questions_are_answered_by_taps_and_today_asks_no_more() {
        openFromToday();
        verify(app.readings.chooses);
        compare(find("saveReadings").enabled, false);
        tap("answer-I1-4");
        tap("answer-I4-together");
        tap("number-I7");
        for (const digit of "1500")
            tap("number-" + digit);
        compare(find("numberText").text, "1,500");
        tap("number-back");
        tap("number-enter");
        tryVerify(() => Eye.find(window, "numberText") === null);
        compare(answerOf("I7"), "150");
        tap("saveReadings");
        tryCompare(app, "notice", "Noted on this phone. Thank you!");
        tryCompare(app.readings, "state", ReadingsModel.Nothing);
        window.goBack();
        tryVerify(() => rowOf("readings") === null);
        app.undo();
        tryVerify(() => rowOf("readings") !== null, 3000, "all of it is undone at once");
    }
    function test_an_answer_can_be_taken_back_and_another_given_by_keys() {
        openFromToday();
        tap("answer-I1-4");
        compare(answerOf("I1"), "4");
        tap("answer-I1-4");
        compare(answerOf("I1"), "");
        tap("answer-I1-2");
        compare(answerOf("I1"), "2");
        tap("number-I7");
        find("numberText");
        type("0x12");
        keyClick(Qt.Key_Return);
        tryVerify(() => answerOf("I7") === "12");
    }
    function test_who_would_rather_not_say_has_answered_too() {
        openFromToday();
        tap("decline-I7");
        compare(find("decline-I7").checked, true);
        compare(find("saveReadings").enabled, true);
        tap("decline-I7");
        compare(find("saveReadings").enabled, false);
        tap("decline-I7");
        tap("helped");
        tap("saveReadings");
        tryCompare(app.readings, "state", ReadingsModel.Nothing);
    }
    function test_answers_that_were_not_kept_yet_are_there_again() {
        openFromToday();
        tap("answer-I4-me");
        tap("helped");
        window.goBack();
        tryVerify(() => Eye.find(window, "saveReadings") === null);
        tap(Eye.find(rowOf("readings"), "open"));
        tryVerify(() => answerOf("I4") === "me");
        compare(app.readings.helped, true);
        compare(find("answer-I4-me").checked, true);
    }
    function test_the_keys_for_numbers_fit() {
        openFromToday();
        for (const language of ["es", "fr", "en"]) {
            app.language = language;
            for (const scale of [1, 2]) {
                app.textScale = scale;
                tap("number-I7");
                for (let i = 0; i < 12; ++i)
                    keyClick("9");
                wait(60);
                compare(Eye.tooSmall(window), [], language + ": too small for a finger");
                compare(Eye.nameless(window), [], language + ": without a name");
                compare(Eye.clipped(window), [], language + ": does not fit");
                keyClick(Qt.Key_Escape);
                tryVerify(() => Eye.find(window, "numberText") === null);
            }
        }
    }
}
