import QtQuick
import QtTest
import Ayni.Models
import Ayni.Ui
import Ayni.Tests

// A test of the whole window, on a notebook of its own.
TestCase {
    id: test
    property AppModel app: null
    property Main window: null
    property int taps: 0
    when: windowShown

    property Component mainWindow: Component {
        Main {}
    }
    // Opens the window of an app: of a first start, or in a sample as somebody.
    function openWindow(role: string, width: int, height: int) {
        Theme.still = true;
        test.app = House.firstStart();
        tryCompare(test.app, "state", AppModel.Welcome);
        if (role !== "") {
            test.app.openSample(role);
            tryCompare(test.app, "state", AppModel.Ready);
        }
        test.app.darkness = AppModel.Light;
        test.window = test.mainWindow.createObject(null, { "app": test.app, "width": width, "height": height });
        verify(test.window);
        waitForRendering(test.window.contentItem);
        test.taps = 0;
    }
    function cleanup() {
        if (test.window)
            test.window.destroy();
        test.window = null;
        wait(0);
        test.app = null;
        House.closeAll();
    }
    function find(name: string): Item {
        tryVerify(() => Eye.find(test.window, name) !== null, 3000, "there is no " + name);
        return Eye.find(test.window, name);
    }
    // A finger on the middle of an item, which is brought into sight first.
    function tap(what) {
        const item = typeof what === "string" ? test.find(what) : what;
        test.bringIntoSight(item);
        const touch = touchEvent(item);
        touch.press(0, item, item.width / 2, item.height / 2).commit();
        touch.release(0, item, item.width / 2, item.height / 2).commit();
        test.taps += 1;
        wait(20);
    }
    function bringIntoSight(item: Item) {
        wait(20);  // what was just shown has its place in the next frame
        for (let up = item.parent; up; up = up.parent) {
            if (up.contentY === undefined || up.contentHeight <= up.height)
                continue;
            const at = item.mapToItem(up.contentItem, 0, 0).y;
            if (at < up.contentY || at + item.height > up.contentY + up.height)
                up.contentY = Math.max(0, Math.min(up.contentHeight - up.height, at - up.height / 2));
        }
        wait(0);
    }
    function type(text: string) {
        for (const letter of text)
            keyClick(letter);
    }
}
