import QtQuick
import QtTest
import Ayni.Models
import Ayni.Ui
import Ayni.Tests

// Meeting without a network, in an app that has joined a real hub: a file out, and files in.
WindowTest {
    id: test
    name: "Carry"

    // She began alone, with one step in her plan, and has joined since.
    function join() {
        openWindow("", 360, 640);
        app.beginAlone("Nieves", "Cusi");
        tryVerify(() => app.plan.canEdit);
        app.plan.addAction(0, "Weigh the flour");
        tryCompare(app.plan.shortLane, "count", 1);
        app.join(House.openHub());
        tryCompare(app, "state", AppModel.Ready, 10000);
        tryVerify(() => !app.isUnjoined);
        window.place = "safe";
    }
    // And has met the hub.
    function openJoined() {
        join();
        window.destroy();
        wait(0);
        app = null;
        app = House.startAgain();
        tryCompare(app, "state", AppModel.Ready);
        tryVerify(() => app.safety.lastExchangeText.indexOf("Last exchange") === 0 && !app.safety.busy, 10000);
        window = mainWindow.createObject(null, { "app": app, "width": 360, "height": 640 });
        waitForRendering(window.contentItem);
        window.place = "safe";
        tap("byFile");
        find("makeFile");
    }
    function make(): string {
        tap("makeFile");
        tryVerify(() => Eye.find(window, "made") !== null, 3000, "no file was made: " + app.carry.trouble);
        tryCompare(app.carry.files, "count", 1);
        return app.carry.files.value(0, "name");
    }
    function rowOf(name: string): Item {
        tryVerify(() => Eye.findAll(window, "file").some(row => row.title === name), 5000, name + " is not among "
                  + app.carry.files.count + ": " + Eye.findAll(window, "file").map(row => row.title));
        return Eye.findAll(window, "file").find(row => row.title === name);
    }
    function test_a_file_is_made_with_one_tap_and_says_where_it_lies() {
        openJoined();
        const name = make();
        verify(/^ayni-[0-9a-f]{8}\.ayni$/.test(name), name);
        compare(rowOf(name).standing, "made");
        verify(app.carry.madeText.indexOf(name) === 0);
        compare(app.carry.trouble, "");
        // Another visit says what is there, not what was done before.
        window.goBack();
        tap("byFile");
        compare(Eye.find(window, "made"), null);
        compare(rowOf(name).standing, "made");
    }
    function test_a_file_that_came_is_taken_in_with_one_tap_and_then_says_so() {
        openJoined();
        verify(House.copyFile(make(), "came.ayni", false));
        tap("lookAgain");
        const row = rowOf("came.ayni");
        compare(row.standing, "new");
        tap(Eye.find(row, "takeIn"));
        tryCompare(find("taken"), "text", "Nothing new in it: all of it was here already.");
        tryVerify(() => rowOf("came.ayni").standing === "taken");
        compare(Eye.find(rowOf("came.ayni"), "takeIn"), null);
    }
    function test_a_cut_file_says_what_to_do_and_stays_to_be_tried() {
        openJoined();
        verify(House.copyFile(make(), "cut.ayni", true));
        tap("lookAgain");
        tap(Eye.find(rowOf("cut.ayni"), "takeIn"));
        tryVerify(() => Eye.find(window, "carryTrouble") !== null);
        verify(find("carryTrouble").text.indexOf("have it sent once more") > 0);
        compare(rowOf("cut.ayni").standing, "new");
        compare(Eye.find(window, "taken"), null);
    }
    function test_another_file_of_the_same_name_can_be_taken_in_too() {
        openJoined();
        const name = make();
        verify(House.copyFile(name, "came.ayni", false));
        tap("lookAgain");
        tap(Eye.find(rowOf("came.ayni"), "takeIn"));
        tryVerify(() => rowOf("came.ayni").standing === "taken");
        verify(House.copyFile(name, "came.ayni", true));
        tap("lookAgain");
        tryVerify(() => rowOf("came.ayni").standing === "new");
    }
    function test_before_the_first_exchange_no_file_is_made_that_nobody_could_open() {
        join();
        tap("byFile");
        tap("makeFile");
        tryVerify(() => Eye.find(window, "carryTrouble") !== null);
        verify(find("carryTrouble").text.indexOf("has not met Montreal yet") > 0);
        compare(app.carry.files.count, 0);
        compare(Eye.find(window, "made"), null);
    }
    function test_the_page_fits_with_files_on_it() {
        openJoined();
        verify(House.copyFile(make(), "came-from-somebody-with-a-very-long-name-of-a-file.ayni", true));
        app.carry.lookAgain();
        tap(Eye.find(rowOf("came-from-somebody-with-a-very-long-name-of-a-file.ayni"), "takeIn"));
        tryVerify(() => app.carry.trouble !== "");
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
    }
    function test_what_is_where_can_be_said_on_the_telephone() {
        join();
        tryCompare(find("whoHasWhat"), "text", "1 here, 0 in Montreal");
        compare(Eye.findAll(window, "share").length, 1);
    }
    function test_without_a_hub_there_is_nobody_to_send_a_file_to() {
        openWindow("", 360, 640);
        app.beginAlone("Nieves", "Cusi");
        tryCompare(app, "state", AppModel.Ready);
        window.place = "safe";
        find("safeSentence");
        compare(Eye.find(window, "byFile"), null);
        compare(Eye.find(window, "whoHasWhat"), null);
    }
}
