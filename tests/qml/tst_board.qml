import QtQuick
import QtTest
import Ayni.Models
import Ayni.Tests

WindowTest {
    id: test
    name: "Board"

    function rowOf(lane, title) {
        for (let i = 0; i < lane.count; ++i) {
            if (lane.value(i, "title") === title)
                return i;
        }
        return -1;
    }
    function card(lane, title) {
        const cards = [];
        const list = find("lane-" + lane);
        for (let i = 0; i < list.count; ++i) {
            const item = list.itemAtIndex(i);
            if (item && item.title === title)
                return item;
        }
        return null;
    }
    function addAction(title, lane) {
        tap("add-short");
        tryVerify(() => Eye.find(window, "newTitle") !== null);
        tap(find("newTitle").input);
        type(title);
        if (lane !== "short")
            tap("into-" + lane);
        tap("saveNew");
        tryVerify(() => Eye.find(window, "newTitle") === null);
    }
    // A finger that rests, then carries the item to a place of another and lets go.
    function carry(item, target, x, y) {
        bringIntoSight(item);
        const touch = touchEvent(item);
        const from = item.mapToItem(window.contentItem, item.width / 2, item.height / 2);
        const to = target.mapToItem(window.contentItem, x, y);
        touch.press(0, item, item.width / 2, item.height / 2).commit();
        wait(500);
        for (let step = 1; step <= 8; ++step) {
            touch.move(0, window.contentItem, from.x + (to.x - from.x) * step / 8,
                       from.y + (to.y - from.y) * step / 8).commit();
            wait(10);
        }
        touch.release(0, window.contentItem, to.x, to.y).commit();
        wait(20);
    }

    function test_an_action_is_added_in_one_field() {
        openWindow("entrepreneur", 360, 640);
        tap("nav-plan");
        const before = app.plan.shortLane.count;
        addAction("Call Ana", "short");
        tryCompare(app.plan.shortLane, "count", before + 1);
        verify(rowOf(app.plan.shortLane, "Call Ana") >= 0);
        addAction("Find a place", "long");
        tryVerify(() => rowOf(app.plan.longLane, "Find a place") >= 0);
    }
    function test_a_finger_carries_a_card_within_its_lane() {
        openWindow("entrepreneur", 1280, 800);
        tap("nav-plan");
        addAction("First", "long");
        tryVerify(() => rowOf(app.plan.longLane, "First") >= 0);
        addAction("Second", "long");
        tryVerify(() => rowOf(app.plan.longLane, "Second") > rowOf(app.plan.longLane, "First"));
        tryVerify(() => card("long", "Second") !== null && card("long", "Second").y > card("long", "First").y);
        carry(card("long", "Second"), card("long", "First"), 40, 4);
        tryVerify(() => rowOf(app.plan.longLane, "Second") < rowOf(app.plan.longLane, "First"));
    }
    function test_a_finger_carries_a_card_to_another_lane() {
        openWindow("entrepreneur", 1280, 800);
        tap("nav-plan");
        addAction("Wait a while", "short");
        tryVerify(() => card("short", "Wait a while") !== null);
        carry(card("short", "Wait a while"), find("lane-medium"), 60, 300);
        tryVerify(() => rowOf(app.plan.mediumLane, "Wait a while") >= 0);
        compare(rowOf(app.plan.shortLane, "Wait a while"), -1);
    }
    function test_on_a_phone_a_card_is_carried_onto_the_name_of_a_lane() {
        openWindow("entrepreneur", 360, 640);
        tap("nav-plan");
        addAction("Later perhaps", "short");
        tryVerify(() => card("short", "Later perhaps") !== null);
        carry(card("short", "Later perhaps"), find("tab-long"), 40, 20);
        tryVerify(() => rowOf(app.plan.longLane, "Later perhaps") >= 0);
    }
    function test_buttons_do_all_that_carrying_does() {
        openWindow("entrepreneur", 360, 640);
        tap("nav-plan");
        addAction("One", "short");
        tryVerify(() => card("short", "One") !== null);
        addAction("Two", "short");
        tryVerify(() => card("short", "Two") !== null);
        tap(card("short", "Two"));
        tap("earlier");
        tryVerify(() => rowOf(app.plan.shortLane, "Two") < rowOf(app.plan.shortLane, "One"));
        tap("toLane-medium");
        tryVerify(() => rowOf(app.plan.mediumLane, "Two") >= 0);
        tap("closeSheet");
    }
    function test_keys_move_a_card() {
        openWindow("entrepreneur", 1280, 800);
        tap("nav-plan");
        addAction("By key", "short");
        tryVerify(() => card("short", "By key") !== null);
        card("short", "By key").forceActiveFocus();
        keyClick(Qt.Key_Right, Qt.ControlModifier);
        tryVerify(() => rowOf(app.plan.mediumLane, "By key") >= 0);
    }
    function test_one_tap_finishes_and_one_undoes_it() {
        openWindow("entrepreneur", 360, 640);
        tap("nav-plan");
        addAction("Sweep", "short");
        tryVerify(() => card("short", "Sweep") !== null);
        const done = app.plan.doneCount;
        tap(Eye.find(card("short", "Sweep"), "finish"));
        tryCompare(app.plan, "doneCount", done + 1);
        tryVerify(() => app.undoAvailable);
        tap("undo");
        tryCompare(app.plan, "doneCount", done);
        verify(rowOf(app.plan.shortLane, "Sweep") >= 0);
    }
    function test_a_mentor_proposes_and_the_owner_takes_it() {
        openWindow("mentor", 360, 640);
        tap("nav-plan");
        tryVerify(() => app.plan.canPropose || app.plan.canEdit);
        addAction("Ask the mill", "short");
        tryVerify(() => rowOf(app.plan.shortLane, "Ask the mill") >= 0);
    }
}
