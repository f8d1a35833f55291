pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// The app's own keys for digits: large, and in one order everywhere.
Item {
    id: pad
    // Of the keys' names: "pin" makes "pin-7", "pin-back", "pin-enter".
    property string prefix
    property bool ready: true
    // It may be entered; something can be taken back.
    property bool complete: true
    property bool filled: false
    signal digit(digit: string)
    signal takenBack()
    signal entered()

    implicitHeight: keys.implicitHeight
    Grid {
        id: keys
        readonly property int keyWidth: Math.min(Theme.mainTarget * 2, (pad.width - 2 * spacing) / 3)
        anchors.horizontalCenter: parent.horizontalCenter
        columns: 3
        spacing: Theme.gap
        // Telephones have the 1 on the left everywhere.
        layoutDirection: Qt.LeftToRight
        LayoutMirroring.enabled: false
        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "0", "enter"]
            T.Button {
                id: key
                required property string modelData
                readonly property bool isDigit: key.modelData.length === 1
                readonly property bool isEnter: key.modelData === "enter"
                readonly property color ink: key.isEnter ? Theme.accentInk : Theme.text
                objectName: pad.prefix + "-" + key.modelData
                width: keys.keyWidth
                height: Math.max(Theme.mainTarget, figure.implicitHeight + Theme.gap)
                enabled: pad.ready && (key.isEnter ? pad.complete : key.isDigit || pad.filled)
                opacity: key.enabled ? 1 : 0.45
                Accessible.role: Accessible.Button
                Accessible.name: key.isDigit ? key.modelData : key.isEnter ? qsTr("Done")
                                                                            : qsTr("Take back one digit")
                Accessible.onPressAction: key.clicked()
                onClicked: {
                    if (key.isDigit)
                        pad.digit(key.modelData);
                    else if (key.isEnter)
                        pad.entered();
                    else
                        pad.takenBack();
                }
                Item {
                    anchors.fill: parent
                    Words {
                        id: figure
                        anchors.centerIn: parent
                        visible: key.isDigit
                        text: key.isDigit ? key.modelData : "0"
                        size: Theme.title
                        strong: true
                        color: key.ink
                        Accessible.ignored: true
                    }
                    Icon {
                        anchors.centerIn: parent
                        visible: !key.isDigit
                        drawing: key.isEnter ? "check" : "backspace"
                        color: key.ink
                    }
                }
                background: Rectangle {
                    radius: Theme.radius
                    color: key.isEnter ? (key.down ? Theme.accentPressed : Theme.accent)
                                       : key.down ? Theme.line : key.isDigit ? Theme.card : Theme.page
                    border.width: key.isDigit ? Theme.stroke : 0
                    border.color: Theme.line
                    FocusRing { shown: key.visualFocus }
                }
            }
        }
    }
}
