pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// The board of one plan.
Item {
    id: page
    required property AppModel app
    required property PlanModel plan
    readonly property bool wide: page.width >= 760
    readonly property real side: page.wide ? Theme.wideMargin : Theme.margin
    signal placeAsked(string place)

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    PageHeader {
        id: header
        x: page.side
        y: Theme.gap
        width: parent.width - 2 * x
        title: page.plan.planName
        PushButton {
            objectName: "showDoneAbove"
            visible: page.wide && (page.plan.doneCount > 0 || page.plan.showDone)
            kind: "quiet"
            drawing: "done"
            text: page.plan.showDone ? qsTr("Hide what is done")
                                     : qsTr("Show what is done (%1)").arg(page.plan.doneCount)
            onClicked: page.plan.showDone = !page.plan.showDone
        }
        IconButton {
            objectName: "otherPlan"
            visible: page.plan.businesses.count > 1
            drawing: "down"
            text: qsTr("Another plan")
            onClicked: planSheet.open()
        }
    }
    Board {
        id: board
        x: page.wide ? page.side : 0
        width: parent.width - 2 * x
        anchors.top: header.bottom
        anchors.topMargin: Theme.gap
        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.wide ? Theme.margin : 0
        plan: page.plan
        sideBySide: page.wide
        onPicked: itemId => cardSheet.show(itemId)
        onAddAsked: lane => {
            addSheet.lane = lane;
            addSheet.isGoal = false;
            addSheet.open();
        }
        onVersionsAsked: itemId => page.showVersions(itemId)
    }
    function showVersions(itemId: string) {
        page.app.openVersions(itemId);
        page.placeAsked("versions");
    }
    AddSheet {
        id: addSheet
        plan: page.plan
        drafts: page.app.drafts
        onAdded: lane => board.awaitCard(lane)
    }
    CardSheet {
        id: cardSheet
        plan: page.plan
        onVersionsAsked: itemId => page.showVersions(itemId)
    }
    Sheet {
        id: planSheet
        title: qsTr("Which plan?")
        Repeater {
            model: page.plan.businesses
            Chip {
                required property string planId
                required property string name
                text: name
                width: parent ? parent.width : 0
                checked: page.plan.currentPlan === planId
                onClicked: {
                    page.plan.currentPlan = planId;
                    planSheet.close();
                }
            }
        }
    }
}
