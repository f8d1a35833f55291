import QtQuick
import QtTest
import Ayni.Models
import Ayni.Ui
import Ayni.Tests

// A word that was being written is there again, at its place, and nowhere else.
WindowTest {
    id: test
    name: "Drafts"
    property var kept: ({})

    Connections {
        target: test.app ? test.app.drafts : null
        function onFound(place: string, words: var) {
            test.kept[place] = words;
        }
    }
    property Component addSheet: Component {
        AddSheet {}
    }
    property Component postSheet: Component {
        PostSheet {}
    }
    function init() {
        test.kept = {};
    }
    // What lies on the disk at this place, in this field.
    function isKept(place: string, field: string, text: string): bool {
        test.app.drafts.look(place);
        return test.kept[place] !== undefined && test.kept[place][field] === text;
    }
    // All that was asked of the desk before has been answered.
    function settle() {
        test.app.drafts.keep("settle", "", { "at": "once" });
        tryVerify(() => isKept("settle", "at", "once"));
        test.app.drafts.discard("settle");
        delete test.kept["settle"];
    }

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
        tryVerify(() => isKept(app.plan.draftPlace, "title", "Weigh the fl"));
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
        settle();
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
        settle();
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
        settle();
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
        tryVerify(() => isKept("log/" + app.sessions.currentPlan, "topics", "pricing"));
        startAgain();
        app.logSession();
        window.place = "logSession";
        tryCompare(app.sessionDraft, "continued", true);
        compare(app.sessionDraft.modality, "video");
        tap("discardLog");
        tryCompare(app.sessionDraft, "modality", "");
        compare(app.sessionDraft.continued, false);
    }
    function test_what_could_not_be_sent_is_there_again_in_its_sheet_data() {
        return [
            { "tag": "a step in a plan that is not hers", "role": "coordinator", "sheet": addSheet, "field": "newTitle",
              "send": "saveNew" },
            { "tag": "a word to a circle that is not there", "role": "", "sheet": postSheet, "field": "postText",
              "send": "sendPost" }
        ];
    }
    function test_what_could_not_be_sent_is_there_again_in_its_sheet(row) {
        if (row.role === "")
            openNotebook();
        else
            openWindow(row.role, 360, 640);
        const models = row.sheet === addSheet ? { "plan": app.plan } : { "us": app.us };
        const sheet = row.sheet.createObject(window.contentItem, Object.assign({ "drafts": app.drafts }, models));
        sheet.open();
        tap(find(row.field).input);
        type("Flour");
        app.dismissNotice();
        tap(row.send);  // before the pause is over
        tryVerify(() => app.notice !== "", 5000, "it was not refused");
        tryVerify(() => Eye.find(window, row.field) === null);
        sheet.open();
        tryCompare(find(row.field), "text", "Flour");
        sheet.destroy();
    }
}
