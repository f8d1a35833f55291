import QtQuick
import QtQuick.Templates as T
import Ayni.Ui
import Ayni.Models

// All meetings by month, the latest first; beside them, where there is room, the one that was picked.
Item {
    id: page
    required property AppModel app
    required property SessionsModel sessions
    readonly property bool wide: page.width >= 760
    readonly property real side: page.wide ? Theme.wideMargin : Theme.margin
    property string pickedId
    signal placeAsked(string place)

    function pick(sessionId: string) {
        page.app.openSession(sessionId);
        page.pickedId = sessionId;
        if (!page.wide)
            page.placeAsked("session");
    }
    function log() {
        page.app.logSession(page.sessions.currentPlan);
        page.placeAsked("logSession");
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    Item {
        id: left
        width: page.wide ? Math.min(440, page.width * 0.42) : page.width
        height: page.height
        ListView {
            id: list
            objectName: "sessionsList"
            width: parent.width
            height: parent.height - (logButton.visible ? logButton.height + Theme.margin : 0)
            spacing: Theme.gap
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 400
            model: page.sessions.items
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Meetings")
            section.property: "monthText"
            section.delegate: SectionTitle {
                required property string section
                x: page.side
                width: list.width - 2 * x
                text: section
                bottomPadding: Theme.gap
            }
            // A head that grows while the page is laid out would push itself out of sight.
            property bool touched: false
            onMovementStarted: list.touched = true
            function settle() {
                if (!list.touched)
                    list.positionViewAtBeginning();
            }
            header: Column {
                onHeightChanged: Qt.callLater(list.settle)
                x: page.side
                width: list.width - 2 * x
                spacing: Theme.gap
                bottomPadding: Theme.gap
                topPadding: Theme.gap
                PageHeader {
                    width: parent.width
                    title: qsTr("Sessions")
                    subtitle: page.sessions.summary
                }
                Field {
                    objectName: "search"
                    width: parent.width
                    visible: page.sessions.total > 6 || page.sessions.query !== ""
                    labelShown: false
                    label: qsTr("Search")
                    placeholder: qsTr("Search people, topics, places")
                    onTextChanged: page.sessions.query = text
                }
                Flow {
                    width: parent.width
                    visible: page.sessions.businesses.count > 2 && page.sessions.businesses.count < 8
                    spacing: Theme.gap
                    Repeater {
                        model: page.sessions.businesses
                        Chip {
                            required property string planId
                            required property string name
                            text: name
                            checked: page.sessions.currentPlan === planId
                            onClicked: page.sessions.currentPlan = planId
                        }
                    }
                }
                PushButton {
                    visible: page.sessions.businesses.count >= 8
                    width: Math.min(implicitWidth, parent.width)
                    drawing: "filter"
                    text: page.filterName()
                    onClicked: filterSheet.open()
                }
            }
            delegate: SessionRow {
                id: row
                objectName: "session"
                x: page.side
                width: list.width - 2 * x
                here: page.wide && row.sessionId === page.pickedId
                onClicked: page.pick(row.sessionId)
            }
            EmptyState {
                visible: list.count === 0
                x: page.side
                y: 160
                width: list.width - 2 * x
                drawing: "sessions"
                text: page.sessions.query !== "" ? qsTr("Nothing found. Try fewer letters.")
                                                 : qsTr("No meeting yet. When you have met, write it down in a few taps.")
            }
            T.ScrollBar.vertical: ScrollHint {}
        }
        PushButton {
            id: logButton
            objectName: "logSession"
            visible: page.sessions.canLog
            x: page.side
            width: parent.width - 2 * x
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.gap
            kind: "main"
            drawing: "plus"
            text: qsTr("We met: write it down")
            onClicked: page.log()
        }
    }
    Rectangle {
        visible: page.wide
        x: left.width
        width: Theme.stroke
        height: parent.height
        color: Theme.line
    }
    Loader {
        active: page.wide
        x: left.width + Theme.stroke
        width: page.width - x
        height: page.height
        sourceComponent: page.pickedId !== "" ? sessionPane : nonePicked
    }
    Component {
        id: sessionPane
        SessionPage {
            session: page.app.sessionPage
        }
    }
    Component {
        id: nonePicked
        Item {
            EmptyState {
                anchors.centerIn: parent
                width: Math.min(360, parent.width - Theme.section)
                drawing: "sessions"
                text: qsTr("Pick a meeting to read it here.")
            }
        }
    }
    function filterName(): string {
        const at = page.sessions.businesses.indexOf(page.sessions.currentPlan);
        return at < 0 ? qsTr("All businesses") : page.sessions.businesses.value(at, "name");
    }
    Sheet {
        id: filterSheet
        title: qsTr("Whose meetings?")
        Repeater {
            model: page.sessions.businesses
            Chip {
                required property string planId
                required property string name
                width: parent ? parent.width : 0
                text: name
                checked: page.sessions.currentPlan === planId
                onClicked: {
                    page.sessions.currentPlan = planId;
                    filterSheet.close();
                }
            }
        }
    }
}
