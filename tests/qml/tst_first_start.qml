import QtQuick
import QtTest
import Ayni.Models
import Ayni.Tests

WindowTest {
    id: test
    name: "FirstStart"

    function test_the_language_changes_at_once() {
        openWindow("", 360, 640);
        compare(find("join").text, "I have an invitation");
        tap("language-es");
        compare(app.language, "es");
        tryCompare(find("join"), "text", "Tengo una invitación");
        tap("language-fr");
        tryCompare(find("join"), "text", "J’ai une invitation");
    }
    function test_a_wrong_code_says_what_to_do_and_keeps_what_was_typed() {
        openWindow("", 360, 640);
        tap("join");
        const field = find("code");
        tap(field.input);
        type("ABCD-EFGH");
        tap("joinNow");
        tryVerify(() => app.joinSentence !== "");
        tryVerify(() => Eye.find(window, "joinSentence") !== null);
        compare(find("joinSentence").text, app.joinSentence);
        compare(find("code").text, "ABCD-EFGH");
        compare(app.state, AppModel.Welcome);
    }
    function test_two_names_are_enough_to_begin_alone() {
        openWindow("", 360, 640);
        tap("beginAlone");
        tap(find("personName").input);
        type("Nieves");
        tap(find("businessName").input);
        type("Cusi");
        tap("beginNow");
        tryCompare(app, "state", AppModel.Ready);
        compare(app.personName, "Nieves");
        verify(app.isAlone);
        find("nav-today");
        tap("nav-plan");
        tryCompare(app.plan, "planName", "Cusi");
    }
    function test_a_sample_can_be_left() {
        openWindow("entrepreneur", 360, 640);
        verify(app.isSample);
        tap("leaveSampleNow");
        tryCompare(app, "state", AppModel.Welcome);
        find("join");
    }
}
