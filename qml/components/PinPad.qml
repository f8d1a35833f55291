pragma ComponentBehavior: Bound
import QtQuick
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
        DigitKeys {
            width: pad.width
            prefix: "pin"
            ready: pad.ready
            complete: pad.complete
            filled: pad.digits.length > 0
            onDigit: digit => pad.add(digit)
            onTakenBack: pad.takeBack()
            onEntered: pad.enter()
        }
    }
}
