import QtQuick

// Makes a page when it is first shown, and lets it go when it is not, unless it is to stay as it was left.
Item {
    id: holder
    required property Component page
    property bool shown: false
    property bool kept: false
    property Item item: null
    signal made()

    visible: holder.shown
    onShownChanged: holder.settle()
    Component.onCompleted: holder.settle()
    function settle() {
        if (holder.shown && !holder.item) {
            holder.item = holder.page.createObject(holder) as Item;
            holder.made();
        } else if (!holder.shown && !holder.kept && holder.item) {
            holder.item.destroy();
            holder.item = null;
        }
    }
}
