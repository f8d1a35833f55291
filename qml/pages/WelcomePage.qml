pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// The first thing she sees: what this is, and three ways in.
Item {
    id: page
    required property AppModel app
    signal joinAsked()
    signal aloneAsked()
    property bool choosing: false

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    Column {
        width: parent.width
        Repeater {
            model: page.height > 560 ? 3 : 1
            WovenBand { width: page.width }
        }
    }
    Flickable {
        id: flick
        anchors.fill: parent
        anchors.topMargin: page.height > 560 ? 3 * Theme.bandHeight : Theme.bandHeight
        contentWidth: width
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.wideMargin)
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        Column {
            id: column
            width: Math.min(flick.width - 2 * Theme.wideMargin, 440)
            x: (flick.width - width) / 2
            y: Math.max(Theme.wideMargin, (flick.contentHeight - implicitHeight) / 2)
            spacing: Theme.margin
            Words {
                width: parent.width
                text: "Ayni"
                font.pixelSize: Math.round(Theme.display * 1.5)
                strong: true
                color: Theme.accent
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Words {
                width: parent.width
                text: qsTr("Today for you, tomorrow for me.")
                size: Theme.title
                strong: true
            }
            Words {
                width: parent.width
                text: qsTr("Your plan, your meetings and your circle in one notebook. "
                           + "It works without a network and keeps everything you write.")
                color: Theme.quiet
            }
            Item {
                width: 1
                height: Theme.hair
            }
            PushButton {
                objectName: "join"
                width: parent.width
                kind: "main"
                drawing: "key"
                text: qsTr("I have an invitation")
                onClicked: page.joinAsked()
            }
            PushButton {
                objectName: "beginAlone"
                width: parent.width
                drawing: "sprout"
                text: qsTr("Begin alone, join later")
                onClicked: page.aloneAsked()
            }
            PushButton {
                objectName: "sample"
                width: parent.width
                kind: "quiet"
                drawing: page.choosing ? "up" : "look"
                text: qsTr("Just look around")
                onClicked: page.choosing = !page.choosing
            }
            Flow {
                visible: page.choosing
                width: parent.width
                spacing: Theme.gap
                Repeater {
                    model: [
                        { "role": "entrepreneur", "text": qsTr("As an entrepreneur") },
                        { "role": "mentor", "text": qsTr("As a mentor") },
                        { "role": "coordinator", "text": qsTr("As the coordinator") }
                    ]
                    PushButton {
                        required property var modelData
                        objectName: "sample-" + modelData.role
                        width: Math.min(implicitWidth, parent.width)
                        text: modelData.text
                        onClicked: page.app.openSample(modelData.role)
                    }
                }
            }
            LanguageChoice {
                width: parent.width
                app: page.app
            }
        }
    }
}
