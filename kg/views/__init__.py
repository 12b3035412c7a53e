"""What people look at: views of the graph that need no server and no network."""
