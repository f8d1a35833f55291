import QtQuick
import QtTest
import Ayni.Models
import Ayni.Ui
import Ayni.Tests

// A word that was being written is there again, at its place, and nowhere else.
WindowTest {
    id: test
    name: "Drafts"

    function openNotebook() {
        Theme.still = true;
        test.app = House.firstStart();
        tryCompare(test.app, "state", AppModel.Welcome);
        test.app.beginAlone("Rosa Sola", "Pan de Rosa");
        tryCompare(test.app, "state", AppModel.Ready);
        openTheWindow();
    }
    function openTheWindow() {
        test.window = test.mainWindow.createObject(null, { "app": test.app, "width": 360, "height": 640 });
        waitForRendering(test.window.contentItem);
        tryCompare(test.app.plan, "canEdit", true);
    }
    function startAgain() {
        test.window.destroy();
        test.window = null;
        wait(0);
        test.app = null;
        test.app = House.startAgain();
        tryCompare(test.app, "state", AppModel.Ready);
        openTheWindow();
    }
    function openAdding() {
        tap("nav-plan");
        tap("add-short");
        return find("newTitle");
    }
    function closeSheet() {
        keyClick(Qt.Key_Escape);
        tryVerify(() => Eye.find(window, "newTitle") === null);
    }
    function test_a_word_that_was_not_sent_is_there_again_after_the_app_was_closed() {
        openNotebook();
        tap(openAdding().input);
        type("Weigh the fl");
        wait(app.drafts.pause + 200);
        startAgain();
        const field = openAdding();
        tryCompare(field, "text", "Weigh the fl");
        verify(Eye.find(window, "discardDraft"), "it doesn't say that it is continued");
        compare(Eye.tooSmall(window), []);
        compare(Eye.nameless(window), []);
        tap(field.input);
        keyClick(Qt.Key_End);
        type("our");
        tap("saveNew");
        tryCompare(app.plan.shortLane, "count", 1);
        compare(app.plan.shortLane.value(0, "title"), "Weigh the flour");
        startAgain();
        const again = openAdding();
        wait(100);
        compare(again.text, "");
        compare(Eye.find(window, "discardDraft"), null);
    }
    function test_a_sheet_that_was_closed_by_mistake_has_its_words_still_until_they_are_discarded() {
        openNotebook();
        tap(openAdding().input);
        type("Ask");
        closeSheet();  // before the pause is over
        tap("add-short");
        const field = find("newTitle");
        tryCompare(field, "text", "Ask");
        tap("discardDraft");
        tryCompare(field, "text", "");
        closeSheet();
        tap("add-short");
        wait(100);
        compare(find("newTitle").text, "");
    }
    function test_what_is_being_written_in_the_sample_stays_there() {
        openNotebook();
        tap(openAdding().input);
        type("Mine");
        closeSheet();
        app.openSample("entrepreneur");
        tryCompare(app, "isSample", true);
        tryCompare(app, "state", AppModel.Ready);
        tap(openAdding().input);
        wait(100);
        compare(find("newTitle").text, "");
        type("Not hers");
        app.leaveSample();
        tryCompare(app, "isSample", false);
        tryCompare(app, "state", AppModel.Ready);
        tryCompare(app.plan, "canEdit", true);
        tryVerify(() => Eye.find(window, "newTitle") === null);
        tryCompare(openAdding(), "text", "Mine");
    }
    function test_a_note_that_was_being_written_belongs_to_its_meeting() {
        openWindow("mentor", 360, 640);
        tap("nav-sessions");
        tap("session");
        tryCompare(app.sessionPage, "state", SessionModel.Ready);
        const first = app.sessionPage.sessionId;
        tap(find("newNote").input);
        type("She counts");
        const other = [0, 1, 2].map(i => app.sessions.items.value(i, "sessionId")).find(id => id && id !== first);
        verify(other);
        app.openSession(other);
        tryCompare(app.sessionPage, "sessionId", other);
        tryCompare(find("newNote"), "text", "");
        app.openSession(first);
        tryCompare(find("newNote"), "text", "She counts");
    }
    function test_a_meeting_that_was_half_written_down_is_there_again() {
        openNotebook();
        app.logSession();
        window.place = "logSession";
        tap(Eye.find(find("modalities"), "choice-video"));
        tap(Eye.find(find("topics"), "choice-pricing"));
        wait(app.drafts.pause + 200);
        startAgain();
        app.logSession();
        window.place = "logSession";
        tryCompare(app.sessionDraft, "continued", true);
        compare(app.sessionDraft.modality, "video");
        tap("discardLog");
        tryCompare(app.sessionDraft, "modality", "");
        compare(app.sessionDraft.continued, false);
    }
}
