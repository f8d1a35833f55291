pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui

// A whole number, typed on the app's own keys or a keyboard: "1.500" means something else in each country, digits
// don't.
Sheet {
    id: sheet
    property string unit
    property string digits
    readonly property int most: 12
    signal given(digits: string)

    function add(digit: string) {
        if (sheet.digits.length < sheet.most)
            sheet.digits = sheet.digits === "0" ? digit : sheet.digits + digit;
    }
    function give() {
        if (sheet.digits === "")
            return;
        sheet.given(sheet.digits);
        sheet.close();
    }
    onOpened: keyboard.forceActiveFocus()

    FocusScope {
        id: keyboard
        width: parent.width
        implicitHeight: column.implicitHeight
        Keys.onPressed: event => {
            if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
                sheet.add(event.text);
            else if (event.key === Qt.Key_Backspace)
                sheet.digits = sheet.digits.slice(0, -1);
            else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                sheet.give();
            else
                return;
            event.accepted = true;
        }
        Column {
            id: column
            width: parent.width
            spacing: Theme.margin
            Words {
                objectName: "numberText"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                size: Theme.display
                strong: true
                color: sheet.digits === "" ? Theme.quiet : Theme.text
                text: sheet.digits === "" ? "–"
                      : Number(sheet.digits).toLocaleString(Qt.locale(), "f", 0)
                        + (sheet.unit === "" ? "" : " " + sheet.unit)
            }
            DigitKeys {
                width: column.width
                prefix: "number"
                complete: sheet.digits !== ""
                filled: sheet.digits !== ""
                onDigit: digit => sheet.add(digit)
                onTakenBack: sheet.digits = sheet.digits.slice(0, -1)
                onEntered: sheet.give()
            }
        }
    }
}
