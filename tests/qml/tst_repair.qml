import QtQuick
import QtTest
import Ayni.Models
import Ayni.Tests

// A notebook whose file is damaged: the page offers to bring it back, says what came of it, and it opens.
WindowTest {
    id: test
    name: "Repair"

    // what: "page", "all" or "people", see House.
    function openDamaged(what: string, pin: string) {
        openWindow("", 360, 640);
        app.beginAlone("Nieves", "Cusi");
        tryCompare(app, "state", AppModel.Ready);
        tryVerify(() => app.plan.canEdit);
        app.plan.addAction(0, "Weigh the flour");
        tryCompare(app.plan.shortLane, "count", 1);
        if (pin !== "") {
            app.lock.changePin("", pin);
            tryVerify(() => app.lock.hasPin);
        }
        window.destroy();
        wait(0);
        app = null;
        verify(House.damage(what, pin));
        app = House.startAgain();
        window = mainWindow.createObject(null, { "app": app, "width": 360, "height": 640 });
        waitForRendering(window.contentItem);
        if (pin !== "") {
            tryCompare(app, "state", AppModel.Locked);
            app.lock.unlock(pin);
        }
        tryCompare(app, "state", AppModel.Broken);
    }

    function test_a_damaged_notebook_is_back_with_two_taps() {
        openDamaged("page", "");
        tap("repair");
        tryCompare(app, "state", AppModel.Repaired);
        verify(app.repair.report.length > 1);
        tap("understood");
        tryCompare(app, "state", AppModel.Ready);
        compare(app.personName, "Nieves");
        tryCompare(app.plan.shortLane, "count", 1);
    }
    function test_a_pin_is_asked_for_once() {
        openDamaged("page", "2468");
        tap("repair");
        tryCompare(app, "state", AppModel.Repaired);
        tap("understood");
        tryCompare(app, "state", AppModel.Ready);
        compare(app.personName, "Nieves");
    }
    function test_a_pin_is_asked_for_once_too_where_the_notebook_opens_and_cannot_be_read() {
        openDamaged("people", "2468");
        tap("repair");
        tryCompare(app, "state", AppModel.Repaired);
        tap("understood");
        tryCompare(app, "state", AppModel.Ready);
        compare(app.personName, "Nieves");
        tryCompare(app.plan.shortLane, "count", 1);
    }
    function test_where_nothing_can_be_read_the_page_says_so_and_offers_no_more() {
        openDamaged("all", "");
        tap("repair");
        tryVerify(() => app.repair.sentence !== "");
        compare(find("brokenSentence").text, app.repair.sentence);
        verify(Eye.find(window, "repair") === null);
        find("tryAgain");
    }
    function look(page: string) {
        for (const language of ["es", "fr", "en"]) {
            app.language = language;
            for (const scale of [1, 2]) {
                app.textScale = scale;
                for (const width of [320, 1280]) {
                    window.width = width;
                    wait(60);
                    const where = [page, language, width, scale].join(", ");
                    compare(Eye.tooSmall(window), [], where + ": too small for a finger");
                    compare(Eye.nameless(window), [], where + ": without a name");
                    compare(Eye.clipped(window), [], where + ": does not fit");
                }
            }
        }
    }
    function test_the_pages_fit() {
        openDamaged("page", "");
        look("damaged");
        tap("repair");
        tryCompare(app, "state", AppModel.Repaired);
        look("repaired");
    }
    function test_the_page_where_nothing_could_be_done_fits() {
        openDamaged("all", "");
        tap("repair");
        tryVerify(() => app.repair.sentence !== "" && !app.repair.possible);
        look("in vain");
    }
}
