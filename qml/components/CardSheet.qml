pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// All that one can do with a card without carrying it: every gesture of the board as a button.
Sheet {
    id: sheet
    required property PlanModel plan
    property string itemId
    signal versionsAsked(string itemId)

    readonly property list<string> codes: ["short", "medium", "long"]
    readonly property list<string> names: [sheet.plan.shortTitle, sheet.plan.mediumTitle, sheet.plan.longTitle]
    readonly property list<Rows> lanes: [sheet.plan.shortLane, sheet.plan.mediumLane, sheet.plan.longLane]
    property int lane: 0
    property int place: -1
    property string heading
    property bool isGoal: false
    property bool isDone: false
    property bool canEdit: false
    property bool canFinish: false
    property bool canAccept: false
    property bool contested: false
    property string effort
    property string due
    property string why
    property int safety: 0

    title: sheet.isGoal ? qsTr("Goal") : qsTr("Action")

    function show(id: string) {
        sheet.itemId = id;
        if (sheet.read())
            sheet.open();
    }
    function read(): bool {
        for (let i = 0; i < 3; ++i) {
            const rows = sheet.lanes[i];
            const at = rows.indexOf(sheet.itemId);
            if (at < 0)
                continue;
            sheet.lane = i;
            sheet.place = at;
            sheet.heading = rows.value(at, "title");
            sheet.isGoal = rows.value(at, "kind") === "goal";
            sheet.isDone = rows.value(at, "isDone");
            sheet.canEdit = rows.value(at, "canEdit");
            sheet.canFinish = rows.value(at, "canFinish");
            sheet.canAccept = rows.value(at, "canAccept");
            sheet.contested = rows.value(at, "contested");
            sheet.effort = rows.value(at, "effort");
            sheet.due = rows.value(at, "due");
            sheet.why = rows.value(at, "why");
            sheet.safety = rows.value(at, "safety");
            if (!field.input.activeFocus)
                field.text = sheet.heading;
            return true;
        }
        return false;
    }
    function isoIn(days: int): string {
        const day = new Date();
        day.setDate(day.getDate() + days);
        return day.getFullYear() + "-" + String(day.getMonth() + 1).padStart(2, "0") + "-"
                + String(day.getDate()).padStart(2, "0");
    }
    function keepTitle() {
        const words = field.text.trim();
        if (words !== "" && words !== sheet.heading)
            sheet.plan.rename(sheet.itemId, words);
    }
    onClosed: sheet.keepTitle()
    Connections {
        target: sheet.plan
        function onChanged() {
            if (sheet.opened && !sheet.read())
                sheet.close();
        }
    }

    Field {
        id: field
        objectName: "cardTitle"
        width: parent.width
        labelShown: false
        label: qsTr("Title")
        input.readOnly: !sheet.canEdit
        onAccepted: sheet.close()
    }
    Words {
        width: parent.width
        visible: sheet.why !== ""
        text: sheet.why
        color: Theme.quiet
    }
    SafetyMark {
        worded: true
        safety: sheet.safety
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        PushButton {
            objectName: "sheetFinish"
            visible: sheet.canFinish
            width: Math.min(implicitWidth, parent.width)
            kind: "main"
            drawing: sheet.isDone ? "undo" : "check"
            text: sheet.isDone ? qsTr("Open it again") : qsTr("It is done")
            onClicked: {
                if (sheet.isDone)
                    sheet.plan.reopen(sheet.itemId);
                else
                    sheet.plan.finish(sheet.itemId);
                sheet.close();
            }
        }
        PushButton {
            visible: sheet.canAccept
            width: Math.min(implicitWidth, parent.width)
            kind: "main"
            drawing: "plus"
            text: qsTr("Take it into my plan")
            onClicked: {
                sheet.plan.accept(sheet.itemId);
                sheet.close();
            }
        }
        PushButton {
            visible: sheet.contested
            width: Math.min(implicitWidth, parent.width)
            drawing: "versions"
            text: qsTr("See the two versions")
            onClicked: {
                sheet.close();
                sheet.versionsAsked(sheet.itemId);
            }
        }
    }
    Column {
        visible: sheet.canEdit
        width: parent.width
        spacing: Theme.gap
        Words {
            width: parent.width
            text: qsTr("Where it stands")
            strong: true
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Repeater {
                model: 3
                Chip {
                    required property int index
                    objectName: "toLane-" + sheet.codes[index]
                    text: sheet.names[index]
                    drawing: Theme.laneIcon(index)
                    checked: sheet.lane === index
                    onClicked: if (!checked) sheet.plan.moveToLane(sheet.itemId, index)
                }
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            PushButton {
                objectName: "earlier"
                drawing: "up"
                text: qsTr("Earlier")
                enabled: sheet.place > 0
                onClicked: sheet.plan.moveUp(sheet.itemId)
            }
            PushButton {
                objectName: "later"
                drawing: "down"
                text: qsTr("Later")
                enabled: sheet.place < sheet.lanes[sheet.lane].count - 1
                onClicked: sheet.plan.moveDown(sheet.itemId)
            }
        }
    }
    Column {
        visible: sheet.canEdit && !sheet.isDone
        width: parent.width
        spacing: Theme.gap
        Words {
            width: parent.width
            text: sheet.due === "" ? qsTr("By when?") : qsTr("By when? Now: %1").arg(sheet.due)
            strong: true
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Repeater {
                model: [
                    { "days": 7, "text": qsTr("In a week") },
                    { "days": 14, "text": qsTr("In two weeks") },
                    { "days": 30, "text": qsTr("In a month") }
                ]
                PushButton {
                    required property var modelData
                    text: modelData.text
                    onClicked: sheet.plan.setDue(sheet.itemId, sheet.isoIn(modelData.days))
                }
            }
            PushButton {
                visible: sheet.due !== ""
                kind: "quiet"
                text: qsTr("No date")
                onClicked: sheet.plan.setDue(sheet.itemId, "")
            }
        }
    }
    Column {
        visible: sheet.canEdit && !sheet.isDone && !sheet.isGoal
        width: parent.width
        spacing: Theme.gap
        Words {
            width: parent.width
            text: qsTr("How much work is it?")
            strong: true
        }
        Flow {
            width: parent.width
            spacing: Theme.gap
            Repeater {
                model: [
                    { "code": "S", "text": qsTr("Small step") },
                    { "code": "M", "text": qsTr("Medium") },
                    { "code": "L", "text": qsTr("Big") }
                ]
                Chip {
                    required property var modelData
                    text: modelData.text
                    checked: sheet.effort === modelData.code
                    onClicked: sheet.plan.setEffort(sheet.itemId, checked ? "" : modelData.code)
                }
            }
        }
    }
    PushButton {
        objectName: "removeCard"
        visible: sheet.canEdit
        width: Math.min(implicitWidth, parent.width)
        kind: "quiet"
        drawing: "remove"
        text: qsTr("Take it off the plan")
        onClicked: {
            field.text = sheet.heading;
            sheet.plan.remove(sheet.itemId);
            sheet.close();
        }
    }
}
