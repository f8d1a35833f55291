pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// One field and a lane: a new action, or a new goal.
Sheet {
    id: sheet
    required property PlanModel plan
    required property Drafts drafts
    property int lane: 0
    property bool isGoal: false
    signal added(int lane)

    readonly property list<string> codes: ["short", "medium", "long"]
    readonly property list<string> names: [sheet.plan.shortTitle, sheet.plan.mediumTitle, sheet.plan.longTitle]

    title: sheet.plan.canEdit ? qsTr("What do you want to do?") : qsTr("What would you propose?")
    onOpened: {
        field.input.forceActiveFocus();
        draft.begin();
    }
    onClosed: {
        draft.leave();
        field.text = "";
    }

    function save() {
        const words = field.text.trim();
        if (words === "")
            return;
        draft.leave();  // what could not be sent is there again
        sheet.added(sheet.lane);
        if (sheet.isGoal)
            sheet.plan.addGoal(sheet.lane, words);
        else
            sheet.plan.addAction(sheet.lane, words);
        sheet.close();
    }

    Field {
        id: field
        objectName: "newTitle"
        width: parent.width
        label: sheet.isGoal ? qsTr("A goal: what will be different?") : qsTr("An action: one small step")
        placeholder: sheet.isGoal ? qsTr("Ten regular clients") : qsTr("Call the shop on the corner")
        onAccepted: sheet.save()
    }
    DraftLine {
        id: draft
        width: parent.width
        drafts: sheet.drafts
        place: sheet.plan.draftPlace
        scope: sheet.plan.currentPlan
        words: field.written === "" ? ({}) : ({ "title": field.written, "goal": sheet.isGoal ? "yes" : "" })
        onRestored: words => {
            field.text = words.title;
            sheet.isGoal = words.goal === "yes";
        }
        onDiscarded: field.text = ""
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        Chip {
            objectName: "asAction"
            text: qsTr("Action")
            drawing: "action"
            checked: !sheet.isGoal
            onClicked: sheet.isGoal = false
        }
        Chip {
            objectName: "asGoal"
            text: qsTr("Goal")
            drawing: "goal"
            checked: sheet.isGoal
            onClicked: sheet.isGoal = true
        }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap
        Repeater {
            model: 3
            Chip {
                required property int index
                objectName: "into-" + sheet.codes[index]
                text: sheet.names[index]
                drawing: Theme.laneIcon(index)
                checked: sheet.lane === index
                onClicked: sheet.lane = index
            }
        }
    }
    PushButton {
        objectName: "saveNew"
        width: parent.width
        kind: "main"
        drawing: "check"
        enabled: field.text.trim() !== ""
        text: sheet.plan.canEdit ? qsTr("Put it on my plan") : qsTr("Propose it")
        onClicked: sheet.save()
    }
}
