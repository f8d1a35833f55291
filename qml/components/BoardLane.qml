pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Ayni.Ui
import Ayni.Models

// One lane of the board: its name, its cards in their order, and the place for one more.
Item {
    id: column
    required property PlanModel plan
    required property int lane
    required property string name
    required property string hint
    required property Rows rows
    property bool headed: true
    property string carriedId
    property bool isTarget: false
    property real markAt: -1

    signal picked(string itemId)
    signal addAsked()
    signal versionsAsked(string itemId)
    signal lifted(string itemId, string title, point at)
    signal dragged(point at)
    signal dropped(point at)
    signal letGo()

    readonly property list<string> codes: ["short", "medium", "long"]
    readonly property real side: column.headed ? Theme.gap : Theme.margin
    property int targetIndex: 0
    property bool wantsEnd: false

    // Where a card let go at this height would come to stand, itself not counted; and the mark that shows it.
    function aim(y: real) {
        let index = 0;
        let mark = 0;
        let seenOne = false;
        for (let i = 0; i < list.count; ++i) {
            const item = list.itemAtIndex(i) as BoardCard;
            if (!item) {
                index += seenOne ? 0 : 1;
                continue;
            }
            seenOne = true;
            if (item.itemId === column.carriedId)
                continue;
            if (item.y + item.height / 2 - list.contentY >= y - list.y)
                break;
            index += 1;
            mark = item.y + item.height + list.spacing / 2;
        }
        column.targetIndex = index;
        column.markAt = list.y + Math.max(0, mark - list.contentY);
    }
    function awaitCard() {
        column.wantsEnd = true;
    }
    // The list goes along when a card is carried to its edge.
    function scrollBy(step: real) {
        const first = list.originY - list.topMargin;
        const last = Math.max(first, list.originY + list.contentHeight - list.height);
        list.contentY = Math.max(first, Math.min(last, list.contentY + step));
    }

    Rectangle {
        anchors.fill: parent
        visible: column.headed || column.isTarget
        radius: Theme.radius
        color: column.isTarget ? Theme.accentSoft : Theme.sunken
    }
    Rectangle {
        id: head
        visible: column.headed
        width: parent.width
        height: column.headed ? titles.implicitHeight + 2 * Theme.space : 0
        radius: Theme.radius
        color: Theme.laneGround(column.lane)
        Icon {
            id: sign
            x: Theme.margin
            y: Theme.space
            size: 28
            drawing: Theme.laneIcon(column.lane)
            color: Theme.laneInk(column.lane)
        }
        Column {
            id: titles
            x: sign.x + sign.width + Theme.space
            y: Theme.space
            width: parent.width - x - Theme.margin
            Words {
                width: parent.width
                text: column.name
                size: Theme.lead
                strong: true
                color: Theme.laneInk(column.lane)
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Words {
                width: parent.width
                text: column.hint
                size: Theme.small
                color: Theme.laneInk(column.lane)
            }
        }
    }
    ListView {
        id: list
        objectName: "lane-" + column.codes[column.lane]
        anchors.top: head.bottom
        anchors.topMargin: column.headed ? Theme.gap : 0
        anchors.bottom: foot.top
        width: parent.width
        spacing: Theme.gap
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 400
        model: column.rows
        Accessible.role: Accessible.List
        Accessible.name: column.name
        T.ScrollBar.vertical: ScrollHint {}
        delegate: BoardCard {
            id: item
            objectName: "card"
            x: column.side
            width: list.width - 2 * x
            lane: column.lane
            carried: item.itemId === column.carriedId
            onPicked: column.picked(item.itemId)
            onFinished: column.plan.finish(item.itemId)
            onReopened: column.plan.reopen(item.itemId)
            onAccepted: column.plan.accept(item.itemId)
            onVersionsAsked: column.versionsAsked(item.itemId)
            onNudged: (laneStep, placeStep) => {
                if (placeStep < 0)
                    column.plan.moveUp(item.itemId);
                else if (placeStep > 0)
                    column.plan.moveDown(item.itemId);
                else if (column.codes[column.lane + laneStep] !== undefined)
                    column.plan.moveToLane(item.itemId, column.lane + laneStep);
            }
            onLifted: at => column.lifted(item.itemId, item.shownTitle, at)
            onDragged: at => column.dragged(at)
            onDropped: at => column.dropped(at)
            onLetGo: column.letGo()
        }
        // What stands above the first card goes along with the cards. Not a `header`: that can't be bound to this lane.
        topMargin: top.height
        property bool touched: false
        onMovementStarted: list.touched = true
        onTopMarginChanged: settling.restart()
        onCountChanged: if (column.wantsEnd) ending.restart()
        Timer {
            id: ending
            interval: 0
            onTriggered: {
                column.wantsEnd = false;
                list.touched = true;
                list.positionViewAtEnd();
            }
        }
        Timer {
            id: settling
            interval: 0
            onTriggered: list.settle()
        }
        function settle() {
            if (!list.touched)
                list.contentY = list.originY - list.topMargin;
        }
        Column {
            id: top
            parent: list.contentItem
            x: column.side
            y: -height
            width: list.width - 2 * x
            topPadding: column.headed ? 0 : Theme.gap
            bottomPadding: column.headed && !wait.visible ? 0 : Theme.gap
            spacing: Theme.gap
            Words {
                visible: !column.headed
                width: parent.width
                text: column.hint
                size: Theme.small
                color: Theme.quiet
                horizontalAlignment: Text.AlignHCenter
            }
            Card {
                id: wait
                visible: column.lane === 0 && column.plan.askWhichCanWait
                width: parent.width
                height: question.implicitHeight + 2 * Theme.space
                color: Theme.attentionSoft
                border.width: 0
                Words {
                    id: question
                    x: Theme.margin
                    y: Theme.space
                    width: parent.width - 2 * x
                    text: qsTr("You have %n step(s) open for the short term. Which one can wait?", "",
                               column.plan.openShort)
                }
            }
        }
        move: Transition {
            NumberAnimation { properties: "y"; duration: Theme.motion; easing.type: Easing.OutCubic }
        }
        displaced: Transition {
            NumberAnimation { properties: "y"; duration: Theme.motion; easing.type: Easing.OutCubic }
        }
    }
    Words {
        visible: list.count === 0
        anchors.verticalCenter: list.verticalCenter
        x: Theme.wideMargin
        width: parent.width - 2 * x
        horizontalAlignment: Text.AlignHCenter
        color: Theme.quiet
        text: qsTr("Nothing here yet. One small step is enough to begin.")
    }
    Item {
        id: foot
        x: column.side
        width: parent.width - 2 * x
        height: (add.visible || done.visible) ? Math.max(add.height, done.height) + 2 * Theme.gap : 0
        anchors.bottom: parent.bottom
        PushButton {
            id: add
            objectName: "add-" + column.codes[column.lane]
            visible: column.plan.canEdit || column.plan.canPropose
            y: Theme.gap
            width: parent.width - (done.visible ? done.width + Theme.gap : 0)
            drawing: "plus"
            text: column.plan.canEdit ? qsTr("Add") : qsTr("Propose")
            onClicked: column.addAsked()
        }
        IconButton {
            id: done
            objectName: "showDone"
            visible: !column.headed && (column.plan.doneCount > 0 || column.plan.showDone)
            y: Theme.gap
            anchors.right: parent.right
            drawing: "done"
            ink: column.plan.showDone ? Theme.good : Theme.quiet
            text: column.plan.showDone ? qsTr("Hide what is done")
                                       : qsTr("Show what is done (%1)").arg(column.plan.doneCount)
            onClicked: column.plan.showDone = !column.plan.showDone
        }
    }
    Rectangle {
        visible: column.isTarget && column.markAt >= 0
        x: column.side
        y: Math.min(column.markAt, foot.y) - height / 2
        width: parent.width - 2 * x
        height: Theme.hair
        radius: 2
        color: Theme.accent
    }
}
