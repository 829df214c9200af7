"""The reader pane: an article set in lines, its links, what is sought in it, where reading stopped."""
