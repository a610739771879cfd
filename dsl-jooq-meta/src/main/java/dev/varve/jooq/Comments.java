package dev.varve.jooq;

import dev.varve.model.Comment;
import dev.varve.model.Database;
import dev.varve.model.ObjectId;

/** What is said of objects; nothing if nothing is said. */
record Comments(Database state) {

    String on(ObjectId<?> object) {
        return text(Comment.id(object));
    }

    String on(ObjectId<?> object, String column) {
        return text(Comment.id(object, column));
    }

    private String text(ObjectId<Comment> id) {
        return state.find(id).map(Comment::text).orElse("");
    }
}
