pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Ayni.Ui
import Ayni.Models

// Three lanes: side by side where there is room, one at a time on a phone. Cards are carried between them.
Item {
    id: board
    required property PlanModel plan
    property bool sideBySide: false
    property int lane: 0

    signal picked(string itemId)
    signal addAsked(int lane)
    signal versionsAsked(string itemId)

    readonly property list<string> codes: ["short", "medium", "long"]
    readonly property list<string> names: [board.plan.shortTitle, board.plan.mediumTitle, board.plan.longTitle]
    readonly property list<string> hints: [board.plan.shortHint, board.plan.mediumHint, board.plan.longHint]
    readonly property list<Rows> lanes: [board.plan.shortLane, board.plan.mediumLane, board.plan.longLane]
    property string carriedId
    property string carriedTitle
    property int overLane: -1
    property bool overTab: false
    property point handAt

    // A card is about to come to the end of this lane: turn to it, so that she sees where it lands.
    function awaitCard(lane: int) {
        board.lane = lane;
        const target = laneItems.itemAt(lane) as BoardLane;
        if (target)
            target.awaitCard();
    }
    function lift(itemId: string, title: string, at: point) {
        board.carriedId = itemId;
        board.carriedTitle = title;
        board.follow(at);
    }
    function follow(sceneAt: point) {
        const at = board.mapFromItem(null, sceneAt.x, sceneAt.y);
        board.handAt = at;
        board.overTab = !board.sideBySide && at.y < tabs.y + tabs.height;
        if (board.overTab)
            board.overLane = Math.max(0, Math.min(2, Math.floor(at.x / (board.width / 3))));
        else if (board.sideBySide)
            board.overLane = Math.max(0, Math.min(2, Math.floor(at.x / (board.width / 3))));
        else
            board.overLane = board.lane;
        const target = laneItems.itemAt(board.overLane) as BoardLane;
        if (target && !board.overTab)
            target.aim(at.y - stage.y);
    }
    function drop(sceneAt: point) {
        board.follow(sceneAt);
        const target = laneItems.itemAt(board.overLane) as BoardLane;
        const id = board.carriedId;
        board.letGo();
        if (!target)
            return;
        if (!board.sideBySide && target.lane !== board.lane)
            board.plan.moveToLane(id, target.lane);
        else
            board.plan.move(id, target.lane, target.targetIndex);
    }
    function letGo() {
        board.carriedId = "";
        board.overLane = -1;
        board.overTab = false;
    }

    RowLayout {
        id: tabs
        visible: !board.sideBySide
        x: Theme.margin
        width: parent.width - 2 * x
        spacing: Theme.gap
        Accessible.role: Accessible.PageTabList
        Accessible.name: qsTr("Lanes")
        Repeater {
            model: 3
            LaneTab {
                required property int index
                objectName: "tab-" + board.codes[index]
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 1
                lane: index
                text: board.names[index]
                count: board.lanes[index].count
                here: board.lane === index
                isTarget: board.overTab && board.overLane === index
                onClicked: board.lane = index
            }
        }
    }
    Item {
        id: stage
        anchors.fill: parent
        anchors.topMargin: board.sideBySide ? 0 : tabs.implicitHeight
        clip: true
        // All three lie side by side, so that a card in the hand outlives the turn to another lane.
        Row {
            id: strip
            readonly property real laneWidth: board.sideBySide ? (stage.width - 2 * spacing) / 3 : stage.width
            x: board.sideBySide ? 0 : -board.lane * (laneWidth + spacing)
            height: stage.height
            spacing: board.sideBySide ? Theme.margin : 0
            Behavior on x {
                enabled: !board.sideBySide
                NumberAnimation { duration: Theme.motion; easing.type: Easing.OutCubic }
            }
            Repeater {
                id: laneItems
                model: 3
                BoardLane {
                    required property int index
                    width: strip.laneWidth
                    height: strip.height
                    enabled: board.sideBySide || board.lane === index || board.carriedId !== ""
                    plan: board.plan
                    lane: index
                    rows: board.lanes[index]
                    name: board.names[index]
                    hint: board.hints[index]
                    headed: board.sideBySide
                    carriedId: board.carriedId
                    isTarget: board.carriedId !== "" && board.overLane === index && !board.overTab
                    onPicked: itemId => board.picked(itemId)
                    onAddAsked: board.addAsked(index)
                    onVersionsAsked: itemId => board.versionsAsked(itemId)
                    onLifted: (itemId, title, at) => board.lift(itemId, title, at)
                    onDragged: at => board.follow(at)
                    onDropped: at => board.drop(at)
                    onLetGo: board.letGo()
                }
            }
        }
    }
    Timer {
        interval: 16
        repeat: true
        running: board.carriedId !== "" && !board.overTab
        onTriggered: {
            const target = laneItems.itemAt(board.overLane) as BoardLane;
            const y = board.handAt.y - stage.y;
            if (target && y < Theme.touchTarget)
                target.scrollBy(-6);
            else if (target && y > stage.height - Theme.touchTarget)
                target.scrollBy(6);
        }
    }
    Timer {
        interval: 500
        running: board.overTab && board.overLane !== board.lane
        onTriggered: board.lane = board.overLane
    }
    Card {
        visible: board.carriedId !== ""
        z: 2
        x: Math.max(0, Math.min(board.width - width, board.handAt.x - width / 2))
        y: board.handAt.y - height / 2
        width: Math.min(280, board.width - Theme.section)
        height: Math.max(Theme.mainTarget, carriedWords.implicitHeight + 2 * Theme.space)
        border.color: Theme.accent
        border.width: 2
        rotation: Theme.still ? 0 : -1.5
        Words {
            id: carriedWords
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.margin
            width: parent.width - 2 * x
            text: board.carriedTitle
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }
}
