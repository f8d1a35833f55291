pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// A PIN, typed on large keys or a keyboard. What was typed shows as dots only.
FocusScope {
    id: pad
    readonly property int least: 4
    readonly property int most: 12
    property bool ready: true
    property string digits
    readonly property bool complete: pad.digits.length >= pad.least
    signal entered(string pin)

    implicitWidth: 3 * Theme.section * 3
    implicitHeight: column.implicitHeight

    function add(digit: string) {
        if (pad.ready && pad.digits.length < pad.most)
            pad.digits += digit;
    }
    function takeBack() {
        pad.digits = pad.digits.slice(0, -1);
    }
    function enter() {
        if (!pad.ready || !pad.complete)
            return;
        const pin = pad.digits;
        pad.digits = "";
        pad.entered(pin);
    }
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            pad.add(event.text);
        else if (event.key === Qt.Key_Backspace)
            pad.takeBack();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            pad.enter();
        else
            return;
        event.accepted = true;
    }

    Column {
        id: column
        width: parent.width
        spacing: Theme.margin
        Item {
            width: parent.width
            height: Theme.section
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%n digit(s) typed", "", pad.digits.length)
            Row {
                anchors.centerIn: parent
                spacing: Theme.gap
                Repeater {
                    model: Math.max(pad.least, pad.digits.length)
                    Rectangle {
                        required property int index
                        width: Theme.margin
                        height: width
                        radius: width / 2
                        color: index < pad.digits.length ? Theme.accent : "transparent"
                        border.width: index < pad.digits.length ? 0 : 2
                        border.color: Theme.outline
                    }
                }
            }
        }
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
                    objectName: "pin-" + key.modelData
                    width: keys.keyWidth
                    height: Math.max(Theme.mainTarget, figure.implicitHeight + Theme.gap)
                    enabled: pad.ready && (key.isEnter ? pad.complete : key.isDigit || pad.digits.length > 0)
                    opacity: key.enabled ? 1 : 0.45
                    Accessible.role: Accessible.Button
                    Accessible.name: key.isDigit ? key.modelData : key.isEnter ? qsTr("Done")
                                                                                : qsTr("Take back one digit")
                    Accessible.onPressAction: key.clicked()
                    onClicked: {
                        if (key.isDigit)
                            pad.add(key.modelData);
                        else if (key.isEnter)
                            pad.enter();
                        else
                            pad.takeBack();
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
}
