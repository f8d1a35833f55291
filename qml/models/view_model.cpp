#include "qml/models/view_model.hpp"

#include "qml/models/workplace.hpp"

namespace ayni::models {

ViewModel::ViewModel(Workplace& workplace) : workplace_(&workplace) {}

Desk& ViewModel::desk() const {
    return workplace_->desk();
}

void ViewModel::refresh() {
    if (asked_) {
        again_ = true;
        return;
    }
    asked_ = true;
    fetch();
}

void ViewModel::arrived() {
    asked_ = false;
    render();
    emit changed();
    if (std::exchange(again_, false)) {
        refresh();
    }
}

}  // namespace ayni::models
